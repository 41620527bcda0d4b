/**
 * Lets callers who ask at once share one reading, of which none began before its caller asked: one runs, and those who
 * come meanwhile share the next.
 */
export class SharedReading<Result> {
  private running: Promise<Result> | undefined;
  private next: Promise<Result> | undefined;

  constructor(private readonly read: () => Promise<Result>) {}

  get(): Promise<Result> {
    if (this.running === undefined) return this.start();
    const startNext = (): Promise<Result> => {
      this.next = undefined;
      return this.start();
    };
    // A failed reading has failed those who waited for it, not those who wait for the next.
    this.next ??= this.running.then(startNext, startNext);
    return this.next;
  }

  private start(): Promise<Result> {
    const reading = this.read().finally(() => {
      if (this.running === reading) this.running = undefined;
    });
    this.running = reading;
    return reading;
  }
}
