import type { SettledFigure } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type pg from "pg";
import { Database } from "../platform/database.ts";
import type { Correction, DayReading, Quarter, Settlement } from "./day-reading.ts";

interface SettledRow {
  day: string;
  revision: number;
  version: number;
  settled_at: Date;
  settled_by: string;
  figures: SettledFigure[];
  quarters: Quarter[] | null;
}

/** A day to read, with where it begins and ends in ms since the epoch. */
export interface ReportDay {
  date: string;
  from: number;
  to: number;
}

export interface FiguresReading {
  /** The edition's commit version that the live figures are true at. */
  version: number;
  days: DayReading[];
}

const FIGURES = `
  select day, zone.code as zone, category, entered, exited
  from zone join tally_day on zone_id = zone.id where edition_id = $1 and day = any($2) order by zone.id, category`;

const SETTLED = `
  select distinct on (day) day, revision, version, settled_at, settled_by, figures, quarters
  from settled_day where edition_id = $1 and day = any($2) order by day, revision desc`;

// A void, an adjustment or an anchor is never an entry, and there are few: a partial index finds them by day. Of a
// settled day those up to its version.
const CORRECTIONS = `
  select day, kind, author_id is not null as "byPerson", direction, count(*)::int as count, sum(headcount)::int as headcount
  from ledger left join (
    select day as settled_day, max(version) as until from settled_day where edition_id = $1 group by day
  ) settled on settled_day = day
  where edition_id = $1 and day = any($2) and kind <> 'entry' and (flags & rehearsal_bit() <> 0) = $3
    and (until is null or version <= until)
  group by 1, 2, 3, 4`;

/** Reads what reports say, from the tallies: the ledger is asked for its corrections alone. */
@Injectable()
export class ReportFiguresRepository {
  constructor(private readonly database: Database) {}

  /** Dates on which anything was counted, in order. */
  async datesCounted(editionId: number): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ day: string }>(
      `select distinct day from zone join tally_day on zone_id = zone.id where edition_id = $1 order by day`,
      [editionId],
    );
    return rows.map(({ day }) => day);
  }

  /** All of it as of one commit. */
  async read(editionId: number, days: readonly ReportDay[], rehearsal: boolean): Promise<FiguresReading> {
    const client = await this.database.pool.connect();
    let failed: Error | undefined;
    try {
      await client.query("begin isolation level repeatable read read only");
      const reading = await readWith(client, editionId, days, rehearsal);
      await client.query("commit");
      return reading;
    } catch (error) {
      failed = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      // What failed within its transaction is not used again.
      client.release(failed);
    }
  }
}

async function readWith(
  client: pg.PoolClient,
  editionId: number,
  days: readonly ReportDay[],
  rehearsal: boolean,
): Promise<FiguresReading> {
  const dates = days.map(({ date }) => date);
  const state = await client.query<{ version: number }>("select version from edition_state where edition_id = $1", [
    editionId,
  ]);
  const figures = await client.query<SettledFigure & { day: string }>(FIGURES, [editionId, dates]);
  const settled = await client.query<SettledRow>(SETTLED, [editionId, dates]);
  const corrections = await client.query<Correction & { day: string }>(CORRECTIONS, [editionId, dates, rehearsal]);
  const readings: DayReading[] = [];
  for (const day of days) {
    const row = settled.rows.find((each) => each.day === day.date);
    readings.push({
      date: day.date,
      settled: row === undefined ? null : toSettlement(row),
      figures: figures.rows.filter((each) => each.day === day.date),
      quarters: row === undefined ? await quartersOf(client, editionId, day) : row.quarters,
      corrections: corrections.rows.filter((each) => each.day === day.date),
    });
  }
  return { version: state.rows[0]?.version ?? 0, days: readings };
}

async function quartersOf(client: pg.PoolClient, editionId: number, { from, to }: ReportDay): Promise<Quarter[]> {
  const { rows } = await client.query<{ quarters: Quarter[] }>("select quarters_of($1, $2, $3) as quarters", [
    editionId,
    from,
    to,
  ]);
  return rows[0]?.quarters ?? [];
}

function toSettlement(row: SettledRow): Settlement {
  return {
    revision: row.revision,
    version: row.version,
    settledAt: row.settled_at.getTime(),
    settledBy: row.settled_by,
    figures: row.figures,
  };
}
