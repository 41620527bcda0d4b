import { type CountSnapshot, type CountTick, LIVE_HEARTBEAT_MS } from "@abwab/contract";
import { changesBetween, isEmptyTick } from "./count-changes.ts";

const MINUTE = 60_000;

export interface FeedOptions {
  /** Reads the figures from the database. */
  read: () => Promise<CountSnapshot>;
  /** Sends a tick to every screen of the edition. */
  send: (tick: CountTick, snapshot: CountSnapshot) => void;
  now: () => number;
}

/**
 * The live figures of one edition on their way to its screens. A tick is the difference between what was sent last
 * and what the database says now, whatever changed it: a commit of any server, the clock, a person.
 */
export class EditionFeed {
  private sent: CountSnapshot | undefined;
  private latest: CountSnapshot | undefined;
  private sentAt = 0;
  private ticking = false;
  private reading: Promise<CountSnapshot> | undefined;
  private queued: Promise<CountSnapshot> | undefined;

  constructor(private readonly options: FeedOptions) {}

  /**
   * A snapshot for a new screen, read after this call began. It is never older than what was sent before, so the
   * next tick carries all that the screen lacks. Many who ask at once share one reading.
   */
  async snapshot(): Promise<CountSnapshot> {
    const snapshot = await this.sharedReading();
    if (this.sent === undefined) {
      // The first screen holds this one: the first tick is the difference to it.
      this.sent = snapshot;
      this.sentAt = this.options.now();
    }
    return snapshot;
  }

  /** Called once a tick with the edition's version: reads and sends when something may have changed. */
  async tick(version: number): Promise<void> {
    if (this.ticking || !this.isDue(version)) return;
    this.ticking = true;
    try {
      const snapshot = await this.read();
      const before = this.sent;
      const tick = before === undefined ? snapshot : changesBetween(before, snapshot);
      const heartbeatDue = this.options.now() - this.sentAt >= LIVE_HEARTBEAT_MS;
      this.sent = snapshot;
      if (before !== undefined && isEmptyTick(before, tick) && !heartbeatDue) return;
      this.sentAt = this.options.now();
      this.options.send(tick, snapshot);
    } finally {
      this.ticking = false;
    }
  }

  private isDue(version: number): boolean {
    if (this.sent === undefined) return true;
    const now = this.options.now();
    const lastMinute = Math.floor(Date.parse(this.sent.asOf) / MINUTE);
    return (
      version !== this.sent.version || Math.floor(now / MINUTE) !== lastMinute || now - this.sentAt >= LIVE_HEARTBEAT_MS
    );
  }

  private sharedReading(): Promise<CountSnapshot> {
    if (this.reading === undefined) return this.read();
    this.queued ??= this.reading.then(
      () => this.readQueued(),
      () => this.readQueued(),
    );
    return this.queued;
  }

  private readQueued(): Promise<CountSnapshot> {
    this.queued = undefined;
    return this.read();
  }

  private async read(): Promise<CountSnapshot> {
    const reading = this.options.read();
    this.reading = reading;
    try {
      const snapshot = await reading;
      // Two readings may end in the other order: the newer one stands.
      if (this.latest === undefined || isNewer(snapshot, this.latest)) this.latest = snapshot;
      return this.latest;
    } finally {
      if (this.reading === reading) this.reading = undefined;
    }
  }
}

/** At an equal version the later moment stands: the pace and the silence are the clock's. */
function isNewer(a: CountSnapshot, b: CountSnapshot): boolean {
  return a.version > b.version || (a.version === b.version && a.asOf >= b.asOf);
}
