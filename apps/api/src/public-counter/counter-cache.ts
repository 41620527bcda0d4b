import type { PublicCounter } from "@abwab/contract";
import { createHash } from "node:crypto";

/** How long an answer serves before it is made anew. */
export const FRESH_MS = 1_000;
/** How long figures that did not change keep their moment, and with it their tag: nobody fetches the same twice. */
export const HEARTBEAT_MS = 10_000;
/** Addresses that are remembered, those without a counter too. */
const MOST_KEPT = 1_000;

/** An answer that is ready to send. */
export interface CounterAnswer {
  body: string;
  etag: string;
}

interface Kept {
  /** When it was asked for last, on a clock that only goes on. */
  at: number;
  /** The answer, or that there is none, or what went wrong before there was any. */
  answer: Promise<CounterAnswer | undefined>;
  counter: PublicCounter | undefined;
}

/**
 * One reading a second and an edition, however many ask: whoever comes in that second gets the same bytes. While the
 * database is away the latest ones stand, and say as of when they are.
 */
export class CounterCache {
  private readonly kept = new Map<string, Kept>();
  private readonly read: (slug: string) => Promise<PublicCounter | undefined>;
  private readonly now: () => number;

  /**
   * @param read undefined where there is no public edition of that name; throws while it can't be known
   * @param now ms on a clock that only goes on
   */
  constructor(read: (slug: string) => Promise<PublicCounter | undefined>, now: () => number = () => performance.now()) {
    this.read = read;
    this.now = now;
  }

  get(slug: string): Promise<CounterAnswer | undefined> {
    const before = this.kept.get(slug);
    if (before !== undefined && this.now() - before.at < FRESH_MS) return before.answer;
    // Anybody may ask for any name: what is remembered of them stays small.
    if (before === undefined && this.kept.size >= MOST_KEPT) this.kept.clear();
    const next: Kept = { at: this.now(), answer: Promise.resolve(undefined), counter: before?.counter };
    next.answer = this.answer(slug, before, next);
    this.kept.set(slug, next);
    return next.answer;
  }

  private async answer(slug: string, before: Kept | undefined, next: Kept): Promise<CounterAnswer | undefined> {
    try {
      const counter = await this.read(slug);
      const former = before?.counter;
      const isSame = counter !== undefined && former !== undefined && saysTheSame(counter, former);
      next.counter = isSame ? former : counter;
    } catch (error) {
      if (next.counter === undefined) throw error;
    }
    return next.counter && toAnswer(next.counter);
  }
}

/** The same figures, and read so shortly after that nobody need fetch them again. */
function saysTheSame(one: PublicCounter, former: PublicCounter): boolean {
  if (Date.parse(one.asOf) - Date.parse(former.asOf) >= HEARTBEAT_MS) return false;
  // Entries at a pavilion that nobody sees here raise the version too.
  return figuresOf(one) === figuresOf(former);
}

const figuresOf = (counter: PublicCounter): string => JSON.stringify({ ...counter, asOf: "", version: 0 });

function toAnswer(counter: PublicCounter): CounterAnswer {
  const body = JSON.stringify(counter);
  return { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}
