/** Older than this, figures look old: the service speaks at least every ten seconds. */
export const OLD_AFTER_MS = 30_000;
const RELOAD_AFTER_MS = 90_000;
const RELOAD_AGAIN_MS = 5 * 60_000;
/** A page that has stood for a day starts anew in a quiet moment. */
const OLD_PAGE_MS = 24 * 60 * 60_000;

export interface Watch {
  /** Own clock, in milliseconds: when the service was last heard. */
  readonly heardAt: number;
  readonly startedAt: number;
  readonly reloadedAt: number;
  readonly now: number;
  /** Persons a minute; undefined where nothing is known. */
  readonly pace: number | undefined;
}

/**
 * Whether the page should start anew if the service can be reached: its own line has been silent for long, although it
 * tries for ever, so something in it is stuck; or it is old and nobody is coming in.
 */
export function mayBeStuck({ heardAt, startedAt, reloadedAt, now, pace }: Watch): boolean {
  if (now - reloadedAt < RELOAD_AGAIN_MS) return false;
  const silent = now - Math.max(heardAt, startedAt) >= RELOAD_AFTER_MS;
  return silent || (now - startedAt >= OLD_PAGE_MS && pace === 0);
}
