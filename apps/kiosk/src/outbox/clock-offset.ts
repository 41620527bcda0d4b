/** One exchange, seen by the kiosk's own clock and by the server's; milliseconds. */
export interface ClockSample {
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly serverTime: number;
}

const KEPT = 6;

/**
 * The offset of this kiosk's clock: its own time minus the server's. An answer is taken to have been written half a
 * round trip ago, which is wrong by at most that half; so of the last few exchanges the quickest one is believed.
 */
export class ClockOffset {
  #samples: { offset: number; uncertainty: number }[] = [];
  #known: number | undefined;

  /** `known`: as it was when the kiosk was last on. */
  constructor(known?: number) {
    this.#known = known;
  }

  measure({ sentAt, receivedAt, serverTime }: ClockSample): number {
    const uncertainty = Math.max(0, receivedAt - sentAt) / 2;
    const sample = { offset: (sentAt + receivedAt) / 2 - serverTime, uncertainty };
    // Samples that can't both be true: somebody has set the clock, and only the new one counts.
    const agreeing = this.#samples.filter(
      (earlier) => Math.abs(earlier.offset - sample.offset) <= earlier.uncertainty + sample.uncertainty + 50,
    );
    this.#samples = [...agreeing, sample].slice(-KEPT);
    const best = this.#samples.reduce((a, b) => (b.uncertainty <= a.uncertainty ? b : a));
    this.#known = Math.round(best.offset);
    return this.#known;
  }

  get milliseconds(): number | undefined {
    return this.#known;
  }
}
