import type { Completeness } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";
import { COUNTS_AT_QUERY } from "./counts-at-query.ts";
import type { Figures, ZoneFigures } from "./counts.repository.ts";

export interface PastRequest {
  editionId: number;
  /** On a whole minute, ms since the epoch, as all moments here. */
  moment: number;
  /** What of the day shown lies before the moment. */
  today: { from: number; to: number };
  /** Local date of the moment and its start. */
  date: string;
  dateFrom: number;
  isRehearsal: boolean;
  /** A device unheard since then is silent now; null outside opening hours. */
  silentBefore: Date | null;
}

@Injectable()
export class CountsAtRepository {
  constructor(private readonly database: Database) {}

  /** undefined when the edition is gone. */
  async figures(request: PastRequest): Promise<Figures | undefined> {
    const { rows } = await this.database.pool.query<{
      version: number;
      zones: ZoneFigures[] | null;
      completeness: Completeness;
    }>({
      name: "counts_at",
      text: COUNTS_AT_QUERY,
      values: [
        request.editionId,
        request.moment,
        request.today.from,
        request.today.to,
        request.date,
        request.dateFrom,
        request.isRehearsal,
        request.silentBefore ?? new Date(0),
      ],
    });
    const row = rows[0];
    if (row === undefined) return undefined;
    const completeness = request.silentBefore === null ? { ...row.completeness, silent: 0 } : row.completeness;
    return { version: row.version, zones: row.zones ?? [], completeness };
  }
}
