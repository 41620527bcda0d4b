const pauses = [20, 100, 250, 500, 1_000];
const healthyAfter = 10_000;

/**
 * How long to wait before starting something again: at once the first time, never longer than a second, so that it
 * is back within five also when it falls again and again.
 */
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
