/** Runs tasks side by side, never more than `limit`; whoever adds one waits for a place. */
export class SendQueue {
  readonly #limit: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { error: unknown } | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Resolves once the task has begun. Throws what an earlier task threw. */
  async add(task: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#limit) await Promise.race(this.#running);
    if (this.#failure) throw this.#failure.error;
    const run = task().then(
      () => void this.#running.delete(run),
      (error: unknown) => {
        this.#failure ??= { error };
        this.#running.delete(run);
      },
    );
    this.#running.add(run);
  }

  /** Resolves when nothing runs any more. Throws what a task threw. */
  async drain(): Promise<void> {
    await Promise.all(this.#running);
    if (this.#failure) throw this.#failure.error;
  }
}
