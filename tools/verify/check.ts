/**
 * One comparison of what is stored with what the ledger says. Its query answers only what differs: `edition` (slug),
 * `what` (where), `stored` and `recounted` (both as text).
 */
export interface Check {
  readonly name: string;
  readonly sql: string;
}

export interface Difference {
  readonly check: string;
  readonly edition: string;
  readonly what: string;
  readonly stored: string;
  readonly recounted: string;
}

/**
 * The rows that make the figures. What was rehearsed (bit 64 of the flags) is in them while the edition is a draft,
 * and only that; once it is open, everything else is.
 */
export const counts = `((ledger.flags & 64) = 64) = (edition.status = 'draft')`;

/** The local day (E7) of a moment in the row's edition. */
export const localDay = (moment: string): string =>
  `((${moment} at time zone edition.time_zone) - edition.day_cutoff::interval)::date`;

export const inAndOut = (entered: string, exited: string): string =>
  `coalesce(${entered}, 0) || ' in, ' || coalesce(${exited}, 0) || ' out'`;
