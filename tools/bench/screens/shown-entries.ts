import type { CountSnapshot } from "@abwab/contract";
import { Latencies } from "../load/latencies.ts";

/** Enough of a tick to tell it from any other: the version and the time stand there. */
const HEAD_LENGTH = 120;

interface Tick {
  index: number;
  /** When the entries were sent that this tick was the first to show. */
  sentAt: number[];
}

/**
 * Finds out how old an entry is when a screen shows it. All entries are one person in, so the n-th that a zone shows
 * is taken for the n-th that was sent. Each tick is read once; each screen then notes one entry of it, at random.
 */
export class ShownEntries {
  readonly latencies = new Latencies();
  delivered = 0;
  tickBytes: number[] = [];
  private readonly sent = new Map<string, number[]>();
  private readonly shown = new Map<string, number>();
  private readonly ticks = new Map<string, Tick>();
  private readonly byIndex: Tick[] = [];
  private readonly lastOfScreen: number[] = [];
  /** A tick with ten changed zones, as it came. */
  sampleTick = "";

  /** How many screens a tick has come to. */
  get screens(): number {
    return this.lastOfScreen.reduce((count) => count + 1, 0);
  }

  /** Notes the figures to start from. */
  begin({ zones }: CountSnapshot): void {
    for (const { zone, enteredToday } of zones) if (!this.shown.has(zone)) this.shown.set(zone, enteredToday);
  }

  noteSent(zone: string): void {
    const times = this.sent.get(zone);
    if (times === undefined) this.sent.set(zone, [performance.now()]);
    else times.push(performance.now());
  }

  /** @param screen number of the screen it came to */
  noteTick(screen: number, data: Buffer): void {
    const now = performance.now();
    this.delivered += 1;
    const head = data.toString("latin1", 0, HEAD_LENGTH);
    let tick = this.ticks.get(head);
    if (tick === undefined) {
      tick = this.read(data);
      this.ticks.set(head, tick);
    }
    const last = this.lastOfScreen[screen] ?? tick.index - 1;
    this.lastOfScreen[screen] = tick.index;
    for (let index = last + 1; index <= tick.index; index += 1) {
      const { sentAt } = this.byIndex[index] as Tick;
      if (sentAt.length > 0) this.latencies.add(now - (sentAt[Math.floor(Math.random() * sentAt.length)] as number));
    }
  }

  private read(data: Buffer): Tick {
    const text = data.toString();
    const [, snapshot] = JSON.parse(text.slice(text.indexOf("["))) as [string, CountSnapshot];
    this.tickBytes.push(data.length);
    if (snapshot.zones.length === 10) this.sampleTick = text;
    const sentAt: number[] = [];
    for (const { zone, enteredToday } of snapshot.zones) {
      const before = this.shown.get(zone) ?? 0;
      this.shown.set(zone, enteredToday);
      sentAt.push(...(this.sent.get(zone)?.splice(0, enteredToday - before) ?? []));
    }
    const tick = { index: this.byIndex.length, sentAt };
    this.byIndex.push(tick);
    return tick;
  }
}
