const LINE_END = 0x0a;

/** Lines as they come in buffers that end anywhere, dealt out some thousand at a time. */
export class SheetRows {
  private readonly source: AsyncIterator<Buffer>;
  private rest: Buffer | undefined;
  private isOver = false;

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** Whether there are lines beyond those that were dealt out; known once those have been read to their end. */
  get hasMore(): boolean {
    return !this.isOver;
  }

  async *next(most: number): AsyncGenerator<Buffer> {
    let left = most;
    for (;;) {
      const buffer = this.rest ?? (await this.take());
      this.rest = undefined;
      if (buffer === undefined) return;
      if (left === 0) {
        this.rest = buffer;
        return;
      }
      let end = -1;
      while (left > 0) {
        const found = buffer.indexOf(LINE_END, end + 1);
        if (found === -1) break;
        end = found;
        left -= 1;
      }
      if (left === 0 && end + 1 < buffer.length) {
        this.rest = buffer.subarray(end + 1);
        yield buffer.subarray(0, end + 1);
      } else yield buffer;
    }
  }

  private async take(): Promise<Buffer | undefined> {
    const { done, value } = await this.source.next();
    if (done === true) {
      this.isOver = true;
      return undefined;
    }
    return value;
  }
}
