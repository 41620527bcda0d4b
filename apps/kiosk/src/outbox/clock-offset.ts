/** An instant, in milliseconds: by the kiosk's own clock, and by one that nobody can set. */
export interface Moment {
  readonly clock: number;
  readonly steady: number;
}

/** One exchange, seen by the kiosk and by the server; milliseconds. */
export interface ClockSample {
  readonly sent: Moment;
  readonly received: Moment;
  readonly serverTime: number;
}

const KEPT = 6;
/** By how much the two clocks of a kiosk may drift apart before its own one was set, or the device slept. */
const SET_MS = 2_000;

/**
 * The offset of this kiosk's clock: its own time minus the server's. An answer is taken to have been written half a
 * round trip ago, which is wrong by at most that half; so of the last few exchanges the quickest one is believed.
 */
export class ClockOffset {
  #samples: { offset: number; uncertainty: number }[] = [];
  #known: { offset: number; at: Moment } | undefined;

  /** undefined where the clock was set during the exchange. */
  measure({ sent, received, serverTime }: ClockSample): number | undefined {
    if (wasSetBetween(sent, received)) {
      this.#known = undefined;
      return undefined;
    }
    const uncertainty = Math.max(0, received.clock - sent.clock) / 2;
    const sample = { offset: (sent.clock + received.clock) / 2 - serverTime, uncertainty };
    // Samples that can't both be true: somebody has set the clock, and only the new one counts.
    const agreeing = this.#samples.filter(
      (earlier) => Math.abs(earlier.offset - sample.offset) <= earlier.uncertainty + sample.uncertainty + 50,
    );
    this.#samples = [...agreeing, sample].slice(-KEPT);
    const best = this.#samples.reduce((a, b) => (b.uncertainty <= a.uncertainty ? b : a));
    const offset = Math.round(best.offset);
    this.#known = { offset, at: received };
    return offset;
  }

  /** The offset now; undefined where nothing was measured since the clock was set. */
  at(now: Moment): number | undefined {
    return this.#known && !wasSetBetween(this.#known.at, now) ? this.#known.offset : undefined;
  }

  get hasMeasured(): boolean {
    return this.#samples.length > 0;
  }
}

const wasSetBetween = (before: Moment, after: Moment): boolean =>
  Math.abs(after.clock - before.clock - (after.steady - before.steady)) > SET_MS;
