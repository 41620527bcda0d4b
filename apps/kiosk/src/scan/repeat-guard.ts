/** A code that is read again this soon is still the same scan. */
export const SAME_SCAN_MS = 3_000;
/** A camera that has not seen a code for this long sees it anew. */
const OUT_OF_SIGHT_MS = 1_500;
/** A code that comes again within this time, and was let in, has most likely been shown twice by mistake. */
const TWICE_MS = 15_000;

/** `same`: nothing happens. `again`: somebody holds it there, and is told that it has been read. */
export type Sight = "new" | "same" | "again";

/** Keeps a code that is held in front of the camera from being read again and again. */
export class RepeatGuard {
  #text = "";
  #takenAt = Number.NEGATIVE_INFINITY;
  #seenAt = Number.NEGATIVE_INFINITY;
  #told = false;

  /** What a reading at `at` (milliseconds) means. */
  see(text: string, at: number): Sight {
    const held = at - this.#seenAt < OUT_OF_SIGHT_MS;
    const isOther = text !== this.#text || at - this.#takenAt >= (held ? Number.POSITIVE_INFINITY : TWICE_MS);
    this.#seenAt = at;
    if (isOther) {
      this.#text = text;
      this.#takenAt = at;
      this.#told = false;
      return "new";
    }
    if (at - this.#takenAt < SAME_SCAN_MS || (this.#told && held)) return "same";
    this.#told = true;
    return "again";
  }

  /** The next reading is a new one, whatever it is: the last one was not acted upon, or was taken back. */
  forget(): void {
    this.#text = "";
  }
}
