import { Injectable } from "@nestjs/common";
import { prompt } from "../platform/database.ts";
import { plainArray } from "./array-literal.ts";
import type { EditionHold } from "./edition-hold.repository.ts";

/** How many are inside a zone. */
export interface ZoneRoom {
  inside: number;
  /** ms since the epoch; what was placed later moves it. null where nothing was anchored. */
  anchoredAt: number | null;
}

@Injectable()
export class ZoneRoomRepository {
  /** By zone id, as of the edition's last commit. */
  async of(zoneIds: readonly number[], hold: EditionHold): Promise<Map<number, ZoneRoom>> {
    if (zoneIds.length === 0) return new Map();
    const { rows } = await hold.query<ZoneRoom & { zoneId: number }>({
      ...prompt,
      name: "zone_rooms",
      text: `select zone_id as "zoneId", inside, (extract(epoch from anchored_at) * 1000)::bigint as "anchoredAt"
             from occupancy where zone_id = any ($1::int[])`,
      values: [plainArray(zoneIds)],
    });
    return new Map(rows.map(({ zoneId, ...room }) => [zoneId, room]));
  }
}
