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

/** Those rows, with their edition's slug and their local day. */
export const counting = `
  select ledger.*, edition.slug,
         ((ledger.placed_at at time zone edition.time_zone) - edition.day_cutoff::interval)::date as local_day
  from ledger join edition on edition.id = ledger.edition_id
  where ${counts}`;

export const inAndOut = (entered: string, exited: string): string =>
  `coalesce(${entered}, 0) || ' in, ' || coalesce(${exited}, 0) || ' out'`;
