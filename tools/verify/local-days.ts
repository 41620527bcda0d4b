import type pg from "pg";

interface Minute {
  edition_id: number;
  time_zone: string;
  day_cutoff: string;
  minute: Date;
}

/** Edition ids, minutes and days, as parameters of the queries that use `localDays`. */
export type LocalDays = [number[], Date[], string[]];

/**
 * The local day (E7) of every minute that has a row. It is worked out here, by this machine's copy of the time zones,
 * because the database's may be older than the service's: Morocco changed its rules in 2026. No cut-off and no offset
 * parts a minute.
 */
export async function readLocalDays(client: pg.Client): Promise<LocalDays> {
  const { rows } = await client.query<Minute>(
    `select distinct edition_id, time_zone, day_cutoff, date_bin('1 minute', placed_at, timestamptz 'epoch') as minute
     from ledger join edition on edition.id = edition_id`,
  );
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const days = rows.map(({ time_zone, day_cutoff, minute }) => {
    const clock = clocks.get(time_zone) ?? localClock(time_zone);
    clocks.set(time_zone, clock);
    return localDay(clock, minute, day_cutoff);
  });
  return [rows.map((row) => row.edition_id), rows.map((row) => row.minute), days];
}

/** Swedish writes a moment as `2025-05-17 10:02`. */
function localClock(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
}

/** @param cutoff `HH:MM`; before it the date is still the one before */
function localDay(clock: Intl.DateTimeFormat, minute: Date, cutoff: string): string {
  const [date = "", hour = ""] = clock.format(minute).split(" ");
  if (hour >= cutoff) return date;
  const before = new Date(`${date}T12:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}
