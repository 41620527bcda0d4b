/**
 * One comparison of what is stored with what the ledger says. Its query answers only what differs: `edition` (slug),
 * `what` (where), `stored` and `recounted` (both as text).
 */
export interface Check {
  readonly name: string;
  readonly sql: string;
  /** Its query uses `localDays`. */
  readonly usesLocalDays?: true;
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

/** The local day (E7) of every minute of an edition that has a row, as local-days.ts works it out. */
export const localDays = `
  local_day as (
    select * from unnest($1::int[], $2::timestamptz[], $3::date[]) as local_day (edition_id, minute, day))`;

/** The minute of a moment. */
export const minuteOf = (moment: string): string => `date_bin('1 minute', ${moment}, timestamptz 'epoch')`;

export const inAndOut = (entered: string, exited: string): string =>
  `coalesce(${entered}, 0) || ' in, ' || coalesce(${exited}, 0) || ' out'`;
