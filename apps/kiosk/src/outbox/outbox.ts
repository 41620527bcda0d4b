import { ApiProblem, Unreachable } from "@abwab/api-client";
import {
  VOID_WINDOW_MS,
  type Direction,
  type EntriesRequest,
  type EntriesResponse,
  type EntryResult,
} from "@abwab/contract";
import type { PassFacts, VerdictReason } from "@abwab/domain";
import { ClockOffset, type Moment } from "./clock-offset.ts";
import type { CrossingPass, Duty, KnownCrossing, OutboxRecord } from "./outbox-record.ts";
import type { OutboxStore, OutboxView } from "./outbox-store.ts";
import { SendLoop } from "./send-loop.ts";
import { Sender } from "./sender.ts";

/** An ask that is older than this when the page opens is of a page that has ended. */
const LEFT_BEHIND_MS = 1_000;

export interface Crossing {
  readonly checkpoint: string;
  readonly direction: Direction;
  readonly category: string;
  readonly headcount: number;
  readonly pass?: CrossingPass;
  /** Where they come from, where they were asked. */
  readonly origin?: string;
}

/** What came of an ask within its time. */
export interface Asked {
  readonly id: string;
  readonly answer: "admitted" | "refused" | "none";
  readonly reason?: VerdictReason;
  /** Of a group: how many of it had come in before. */
  readonly groupArrived?: number;
}

export interface OutboxParts {
  readonly store: OutboxStore;
  readonly edition: string;
  /** `timeoutMs`: how long the answer may take, where it must not take as long as usual. */
  readonly transport: (request: EntriesRequest, timeoutMs?: number) => Promise<EntriesResponse>;
  readonly now: () => number;
  /** Milliseconds of a clock that nobody can set. */
  readonly steady: () => number;
  readonly newId: () => string;
  readonly random: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The local day of an instant, in the edition's time zone and with its cut-off. */
  readonly dayOf: (at: number) => string;
  /** Runs the task while no other tab of this kiosk runs it. */
  readonly alone: (task: () => Promise<void>, signal: AbortSignal) => Promise<void>;
  /** Carries a wake to the tab that sends. */
  readonly tabs: { tell: () => void; listen: (onTold: () => void) => () => void };
  readonly appVersion: string;
  /** Who works the kiosk now; nobody where no sign-on is asked. */
  readonly duty?: () => Duty | undefined;
  readonly onFlight?: (records: number) => void;
}

/**
 * The kiosk's promise: what was tapped is on the disk before anything else happens, and is sent until the service has
 * answered for it (E2, E3).
 */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #offset = new ClockOffset();
  readonly #loop: SendLoop;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    const sender = new Sender({ ...parts, offset: this.#offset });
    this.#loop = new SendLoop(() => sender.exchange(), parts.wait);
  }

  /** Resolves with the entry's id when it is on the disk; rejects when the disk would not take it. */
  async record(crossing: Crossing): Promise<string> {
    const record = await this.#entry(crossing);
    await this.#parts.store.add(record);
    this.#wake();
    return record.id;
  }

  /**
   * Asks the service whether somebody may cross, and waits for no longer than `limitMs`. Who is admitted is counted
   * with the answer; of the others, a person says what came of them: `wentIn` or `turnAway` (A3).
   */
  async ask(crossings: readonly Crossing[], limitMs: number): Promise<Asked[]> {
    const { store, edition, transport } = this.#parts;
    const records: OutboxRecord[] = [];
    for (const crossing of crossings) {
      const record = await this.#entry(crossing);
      records.push({ ...record, state: "asked", item: { ...record.item, claim: "ask" } });
    }
    await store.asks.add(records);
    const sent = this.#moment();
    try {
      const answer = await transport({ entries: records.map(({ item }) => item) }, limitMs);
      const received = this.#moment();
      const clockOffsetMs = this.#offset.measure({ sent, received, serverTime: Date.parse(answer.serverTime) });
      const told = answer.results.filter(isVerdict);
      const { serverTime, zone: row } = answer;
      await store.asks.answer(told, { edition, answeredAt: received.clock, serverTime, row, clockOffsetMs });
      return records.map(({ id }) => askedOf(id, told));
    } catch (error) {
      if (!(error instanceof Unreachable) && !(error instanceof ApiProblem)) throw error;
      return records.map(({ id }) => ({ id, answer: "none" }));
    }
  }

  /** Whoever was asked about has come in. Resolves with the entries this kiosk still knew. */
  async wentIn(ids: readonly string[]): Promise<string[]> {
    const known = await this.#parts.store.asks.happened(ids);
    if (known.length > 0) this.#wake();
    return known;
  }

  /** Whoever was asked about has not come in. */
  async turnAway(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#parts.store.asks.withdraw(ids, (entry) => this.#withdrawal(entry));
    this.#wake();
  }

  /** Where a pass went in and out of a zone, as this kiosk has seen it. */
  async crossingsOf(code: string, zone: string): Promise<KnownCrossing[]> {
    const crossings = await this.#parts.store.crossingsOf(this.#parts.edition, code);
    return crossings.filter((crossing) => crossing.zone === zone);
  }

  /** What a pass's token said when it was shown here before. */
  async recall(code: string): Promise<{ facts: PassFacts; label: string | null } | undefined> {
    const crossings = await this.#parts.store.crossingsOf(this.#parts.edition, code);
    const known = crossings.find(({ facts }) => facts !== undefined);
    return known?.facts && { facts: known.facts, label: known.label ?? null };
  }

  /** Takes an entry of this kiosk back; false where it is too late for that, or done already. */
  async undo(entryId: string): Promise<boolean> {
    const made = await this.#stamp();
    const { id, stamp } = made;
    const added = await this.#parts.store.addVoid(entryId, (entry) => {
      if (!canUndo(entry, made.record.madeAt)) return undefined;
      const { checkpoint, day, direction, category, headcount } = entry;
      return {
        ...made.record,
        kind: "void",
        checkpoint,
        day,
        direction,
        category,
        headcount: -headcount,
        voids: entryId,
        item: { id, voids: entryId, ...stamp },
      };
    });
    if (added) this.#wake();
    return added;
  }

  /** A person has seen a refusal: send the record again, or let it go. */
  async acknowledge(id: string, again: boolean): Promise<void> {
    await this.#parts.store.acknowledge(id, again);
    if (again) this.#wake();
  }

  /** Sends until the signal is aborted or the service wants this device no more. */
  async run(signal: AbortSignal): Promise<void> {
    const stopListening = this.#parts.tabs.listen(() => this.#loop.wake("tap"));
    try {
      await this.#parts.alone(async () => {
        await this.#parts.store.setSending(this.#parts.edition, { state: "idle" });
        await this.#withdrawLeftBehind();
        await this.#loop.run(signal);
      }, signal);
    } finally {
      stopListening();
    }
  }

  /** The network seems to be back: no reason to sit out a back-off. */
  networkIsBack(): void {
    this.#loop.wake("online");
  }

  watch(onView: (view: OutboxView) => void, onError: (error: unknown) => void): () => void {
    return this.#parts.store.watch(this.#parts.edition, onView, onError);
  }

  #moment(): Moment {
    return { clock: this.#parts.now(), steady: this.#parts.steady() };
  }

  #wake(): void {
    this.#loop.wake("tap");
    this.#parts.tabs.tell();
  }

  /**
   * What the tab that sends has measured, or an earlier run of this kiosk. A clock that stands before that exchange
   * has been set since, and nothing is known of it.
   */
  async #writtenOffset(now: number): Promise<number | undefined> {
    const exchange = await this.#parts.store.exchange(this.#parts.edition);
    return exchange && now >= exchange.answeredAt ? exchange.clockOffsetMs : undefined;
  }

  /** The page ended between an ask and its verdict: nobody was told to come in. */
  async #withdrawLeftBehind(): Promise<void> {
    const { store, edition, now } = this.#parts;
    await this.turnAway(await store.asks.leftBehind(edition, now() - LEFT_BEHIND_MS));
  }

  /** An entry as it goes to the disk. */
  async #entry({ checkpoint, direction, category, headcount, pass, origin }: Crossing): Promise<OutboxRecord> {
    const { id, stamp, record } = await this.#stamp();
    const operator = this.#parts.duty?.()?.operator;
    return {
      ...record,
      kind: "entry",
      checkpoint,
      day: this.#parts.dayOf(record.madeAt),
      direction,
      category,
      headcount,
      ...(pass && { pass }),
      item: {
        id,
        checkpoint,
        direction,
        headcount,
        category,
        ...(pass && { pass: pass.shown }),
        ...(origin !== undefined && { origin }),
        ...(operator !== undefined && { operator }),
        ...stamp,
      },
    };
  }

  /** The void of an ask, at the ask's own time: however late it is made, nothing happened since. */
  #withdrawal({
    edition,
    checkpoint,
    day,
    direction,
    category,
    headcount,
    madeAt,
    item,
    id,
  }: OutboxRecord): OutboxRecord {
    const voidId = this.#parts.newId();
    const { occurredAt, clockOffsetMs } = item;
    const stamp = { occurredAt, ...(clockOffsetMs !== undefined && { clockOffsetMs }) };
    const made = { edition, checkpoint, day, direction, category, madeAt, state: "queued", kind: "void" } as const;
    return { ...made, id: voidId, headcount: -headcount, voids: id, item: { id: voidId, voids: id, ...stamp } };
  }

  /** Identity and time, fixed at the moment of the tap: every delivery must carry the same (E5). */
  async #stamp() {
    const { newId, edition } = this.#parts;
    const moment = this.#moment();
    const madeAt = moment.clock;
    const id = newId();
    const clockOffsetMs = this.#offset.hasMeasured ? this.#offset.at(moment) : await this.#writtenOffset(madeAt);
    const stamp = {
      occurredAt: new Date(madeAt).toISOString(),
      ...(clockOffsetMs !== undefined && { clockOffsetMs }),
    };
    const shift = this.#parts.duty?.()?.shift;
    const record = { id, edition, madeAt, state: "queued", ...(shift !== undefined && { shift }) } as const;
    return { id, stamp, record: record satisfies Partial<OutboxRecord> };
  }
}

/** Whether a device may still take its entry back: within fifteen minutes of it, and once. */
export function canUndo(entry: OutboxRecord, now: number): boolean {
  return entry.state !== "refused" && entry.voidedBy === undefined && now - entry.madeAt <= VOID_WINDOW_MS;
}

/** An answer that says yes or no; a refusal of another sort says nothing of the pass. */
const isVerdict = (result: EntryResult): boolean => result.status !== "refused" || result.code === "not_admitted";

function askedOf(id: string, told: readonly EntryResult[]): Asked {
  const result = told.find((one) => one.id === id);
  if (!result) return { id, answer: "none" };
  const { status, verdict, groupArrived } = result;
  return {
    id,
    answer: status === "refused" ? "refused" : "admitted",
    ...(verdict && { reason: verdict.reason }),
    ...(groupArrived !== undefined && { groupArrived }),
  };
}
