const KEY = "abwab.kiosk.origin";

/**
 * Whether this visitor is one of those who are asked where they come from: one of every `sample`, counted on this
 * kiosk. Each kiosk begins at a place of its own, so that they don't all ask at once.
 */
export class OriginSample {
  readonly #storage: Pick<Storage, "getItem" | "setItem">;
  readonly #deviceId: string;

  constructor(deviceId: string, storage: Pick<Storage, "getItem" | "setItem"> = localStorage) {
    this.#deviceId = deviceId;
    this.#storage = storage;
  }

  /** Counts one visitor. */
  isNext(sample: number): boolean {
    if (sample <= 0) return false;
    const [device, number] = (this.#storage.getItem(KEY) ?? "").split(" ");
    const counted = (device === this.#deviceId ? Number(number) : startOf(this.#deviceId)) + 1;
    this.#storage.setItem(KEY, `${this.#deviceId} ${counted}`);
    return counted % sample === 0;
  }
}

/** Spreads devices evenly (FNV-1a over the id). */
function startOf(deviceId: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const character of deviceId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  return (hash >>> 0) % 10_000;
}
