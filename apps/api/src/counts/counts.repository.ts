import type { Completeness, ZoneKind, ZoneStatus } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database, prompt } from "../platform/database.ts";
import { COUNT_QUERY } from "./count-query.ts";

/** What the database says of one zone: persons, and persons in the five minutes of the pace. */
export interface ZoneFigures {
  id: number;
  code: string;
  kind: ZoneKind;
  status: ZoneStatus;
  capacity: number | null;
  countsExits: boolean;
  enteredToday: number;
  exitedToday: number;
  enteredEdition: number;
  /** Without staff, as `visitsEdition` and `paceVisits`. */
  visitsToday: number;
  visitsEdition: number;
  inside: number;
  paceEntered: number;
  paceVisits: number;
}

export interface Figures {
  version: number;
  zones: ZoneFigures[];
  completeness: Completeness;
}

export interface FiguresRequest {
  editionId: number;
  day: string;
  /** Start of the first and end of the last of the five whole minutes of the pace, ms since the epoch. */
  paceFrom: number;
  paceTo: number;
  /** null for all. */
  zoneIds: readonly number[] | null;
  /** A device unheard since then is silent; null outside opening hours. */
  silentBefore: Date | null;
}

@Injectable()
export class CountsRepository {
  constructor(private readonly database: Database) {}

  /** undefined when the edition is gone. */
  async figures(request: FiguresRequest): Promise<Figures | undefined> {
    const { rows } = await this.database.pool.query<{
      version: number;
      zones: ZoneFigures[] | null;
      completeness: Completeness;
    }>({
      ...prompt,
      name: "counts",
      text: COUNT_QUERY,
      values: [
        request.editionId,
        request.day,
        request.paceFrom,
        request.paceTo,
        request.zoneIds,
        request.silentBefore ?? new Date(0),
      ],
    });
    const row = rows[0];
    if (row === undefined) return undefined;
    const completeness = request.silentBefore === null ? { ...row.completeness, silent: 0 } : row.completeness;
    return { version: row.version, zones: row.zones ?? [], completeness };
  }
}
