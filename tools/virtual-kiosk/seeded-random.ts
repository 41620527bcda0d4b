import { hash } from "node:crypto";

/** Numbers from 0 up to but not including 1; the same seed text gives the same row of them (mulberry32). */
export function seededRandom(seed: string): () => number {
  let state = Number.parseInt(hash("sha1", seed, "hex").slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
