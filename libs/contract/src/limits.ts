// What programs need of the contract at run time beside its schemas. It stands apart so that a kiosk's first screen
// is not sent a schema library for a few numbers.

/** Most items of one request. */
export const MAX_ENTRIES_PER_REQUEST = 500;
/** A device voids its own entry up to this long after it happened. */
export const VOID_WINDOW_MS = 15 * 60_000;
/** An ask older than this is refused as `expired`. */
export const ASK_EXPIRES_MS = 15_000;
/** A clock this far off is corrected and flagged `clock_skew`. */
export const CLOCK_SKEW_MS = 2 * 60_000;
/** A kiosk with nothing to send sends `entries: []` this often. */
export const HEARTBEAT_MS = 20_000;

/** The socket's namespace. */
export const LIVE_NAMESPACE = "/live";
/** Most ticks a second and the longest silence between two. */
export const TICK_MS = 250;
export const LIVE_HEARTBEAT_MS = 10_000;

/** Rounds of PBKDF2-SHA-256 over a PIN (salt: the edition's slug and the operator's code). */
export const PIN_ROUNDS = 200_000;

/** Categories every edition has; an edition may add its own. */
export const baseCategories = ["public", "pupils", "civil_society", "media", "officials", "staff"] as const;
export type BaseCategory = (typeof baseCategories)[number];
