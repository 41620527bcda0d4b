import type { DayFigures, SettledDay, SettledFigure } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { noticingStale } from "../editions/commit-frame.ts";
import { Database } from "../platform/database.ts";

interface SettledRow {
  day: string;
  revision: number;
  version: number;
  settled_at: Date;
  settled_by: string;
  figures: SettledFigure[];
}

/** A day of an edition, with where it begins and ends in ms since the epoch. */
export interface DaySpan {
  date: string;
  from: number;
  to: number;
}

@Injectable()
export class SettledDaysRepository {
  constructor(private readonly database: Database) {}

  /** Freezes a day under the edition's lock; raises AB001 when the configuration is stale. */
  async settle(
    editionId: number,
    configVersion: number,
    { date, from, to }: DaySpan,
    settledBy: string,
  ): Promise<SettledRow> {
    const values = [editionId, configVersion, date, settledBy, from, to];
    const { rows } = await noticingStale(() =>
      this.database.pool.query<SettledRow>(
        `select day, revision, version, settled_at, settled_by, figures from settle_day($1, $2, $3, $4, $5, $6)`,
        values,
      ),
    );
    const row = rows[0];
    if (row === undefined) throw new Error("settle_day answered nothing");
    return row;
  }

  /** The latest revision of each day. */
  async latest(editionId: number): Promise<SettledRow[]> {
    const { rows } = await this.database.pool.query<SettledRow>(
      `select distinct on (day) day, revision, version, settled_at, settled_by, figures
       from settled_day where edition_id = $1 order by day, revision desc`,
      [editionId],
    );
    return rows;
  }

  /** Live figures of every day that has any. */
  async live(editionId: number): Promise<Map<string, DayFigures>> {
    const { rows } = await this.database.pool.query<{ day: string; visits: number; pavilion_visits: number }>(
      `select day, coalesce(sum(entered) filter (where kind = 'site'), 0)::int as visits,
         coalesce(sum(entered) filter (where kind = 'pavilion'), 0)::int as pavilion_visits
       from tally_day join zone on zone.id = zone_id
       where edition_id = $1 and category <> 'staff' group by day`,
      [editionId],
    );
    return new Map(rows.map((row) => [row.day, { visits: row.visits, pavilionVisits: row.pavilion_visits }]));
  }
}

/** The wire's settled day; visits are of zones of kind `site`, pavilion visits of kind `pavilion`, without staff. */
export function toSettledDay(row: SettledRow, kindOf: (zone: string) => string | undefined): SettledDay {
  const visitsOf = (kind: string): number =>
    row.figures
      .filter((figure) => figure.category !== "staff" && kindOf(figure.zone) === kind)
      .reduce((total, figure) => total + figure.entered, 0);
  return {
    date: row.day,
    revision: row.revision,
    version: row.version,
    settledAt: row.settled_at.toISOString(),
    settledBy: row.settled_by,
    visits: visitsOf("site"),
    pavilionVisits: visitsOf("pavilion"),
    figures: row.figures,
  };
}
