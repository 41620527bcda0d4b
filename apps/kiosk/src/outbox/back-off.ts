const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * How long to wait after the nth failure in a row (from 1): doubling from one second to thirty, between half and all
 * of it by chance, so that four hundred kiosks do not come back in one instant. A `Retry-After` is never undercut.
 */
export function backOffMs(failures: number, random: () => number, retryAfterSeconds = 0): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  const spread = full * (0.5 + random() / 2);
  const asked = retryAfterSeconds * 1_000;
  return Math.round(asked === 0 ? spread : Math.max(spread, asked + random() * FIRST_MS));
}
