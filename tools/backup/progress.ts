/** Says how much has been copied: on a terminal one line that changes, elsewhere a line every few seconds. */
export class CopyProgress {
  readonly #verb: string;
  readonly #total: number;
  readonly #out: NodeJS.WriteStream;
  #done = 0;
  #shownAt = Date.now();

  /** @param verb "copied"; `total` is in bytes, as far as it is known beforehand */
  constructor(verb: string, total: number, out: NodeJS.WriteStream = process.stderr) {
    this.#verb = verb;
    this.#total = total;
    this.#out = out;
  }

  add(bytes: number): void {
    this.#done += bytes;
    if (Date.now() - this.#shownAt < (this.#out.isTTY ? 100 : 5_000)) return;
    this.#shownAt = Date.now();
    const line = `${this.#verb} ${size(this.#done)} of ${size(Math.max(this.#done, this.#total))}`;
    this.#out.write(this.#out.isTTY ? `\r\u001b[K${line} …` : `abwab: ${line}\n`);
  }

  stop(): void {
    if (this.#out.isTTY) this.#out.write("\r\u001b[K");
  }
}

/** A number of bytes as a person reads it: `1.4 GB`. */
export function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
