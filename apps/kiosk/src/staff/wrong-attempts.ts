/** Wrong sign-ons in a row on this device, whoever they were meant to be. */
export interface WrongAttempts {
  readonly failures: number;
  /** Own clock, in milliseconds, of the last one. */
  readonly at: number;
}

export const noAttempts: WrongAttempts = { failures: 0, at: 0 };

const FREE = 3;
const FIRST_MS = 5_000;
const LONGEST_MS = 5 * 60_000;

/** How long the next attempt has to wait, in milliseconds: three are free, then 5 s, doubling to five minutes. */
export function waitAfter({ failures, at }: WrongAttempts, now: number): number {
  if (failures < FREE) return 0;
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - FREE));
  // A clock that was set back must not make the wait longer than it is.
  return Math.min(full, Math.max(0, at + full - now));
}
