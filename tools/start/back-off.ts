const pauses = [100, 500, 1_000, 2_000, 3_000];
const healthyAfter = 30_000;

/** How long to wait before starting something again: at once the first time, never longer than three seconds. */
export class BackOff {
  #attempts = 0;
  #startedAt = 0;

  started(now: number): void {
    this.#startedAt = now;
  }

  /** In milliseconds. */
  next(now: number): number {
    if (now - this.#startedAt > healthyAfter) this.#attempts = 0;
    const pause = pauses[Math.min(this.#attempts, pauses.length - 1)] as number;
    this.#attempts += 1;
    return pause;
  }
}
