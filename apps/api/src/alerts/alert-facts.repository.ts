import { Injectable } from "@nestjs/common";
import { Database, prompt } from "../platform/database.ts";

const MINUTE = 60_000;
export const SPAN_MINUTES = 5;

/** What moved in a zone in five whole minutes; `span` counts them back, 0 the latest. */
export interface SpanFlow {
  zoneId: number;
  span: number;
  entered: number;
  exited: number;
}

/** When a device was last heard; null when never since it was paired. */
export interface DeviceHeard {
  id: string;
  name: string;
  checkpoint: string;
  zone: string;
  /** ms since the epoch. */
  heardAt: number;
  /** Of 1; null where it never told. */
  batteryLevel: number | null;
  charging: boolean;
}

export interface RefusalCount {
  /** null where no device asked. */
  checkpoint: string | null;
  zone: string;
  count: number;
}

/** What rules need and no snapshot of counts holds: from tallies, devices and refused asks, never from the ledger. */
@Injectable()
export class AlertFactsRepository {
  constructor(private readonly database: Database) {}

  /** @param until a whole minute, ms since the epoch */
  async flows(zoneIds: readonly number[], until: number, spans: number): Promise<SpanFlow[]> {
    const { rows } = await this.database.pool.query<SpanFlow>({
      ...prompt,
      name: "alert_flows",
      text: `select zone_id as "zoneId",
               (ceil(extract(epoch from from_epoch_ms($3) - minute) / 60 / ${SPAN_MINUTES})::int - 1) as span,
               sum(entered)::int as entered, sum(exited)::int as exited
             from tally_minute
             where zone_id = any($1::int[]) and minute >= from_epoch_ms($2) and minute < from_epoch_ms($3)
             group by 1, 2`,
      values: [zoneIds, until - spans * SPAN_MINUTES * MINUTE, until],
    });
    return rows;
  }

  /** Paired devices that are not revoked. */
  async devices(editionId: number): Promise<DeviceHeard[]> {
    const { rows } = await this.database.pool.query<DeviceHeard>({
      ...prompt,
      name: "alert_devices",
      text: `select device.id, device.name, checkpoint.code as checkpoint, zone.code as zone,
               floor(extract(epoch from greatest(last_seen_at, paired_at)) * 1000)::bigint as "heardAt",
               battery_level as "batteryLevel", coalesce(battery_charging, false) as charging
             from device join checkpoint on checkpoint.id = device.checkpoint_id join zone on zone.id = checkpoint.zone_id
             where device.edition_id = $1 and paired_at is not null and revoked_at is null`,
      values: [editionId],
    });
    return rows;
  }

  /** @param since ms since the epoch */
  async refusals(editionId: number, since: number): Promise<RefusalCount[]> {
    const { rows } = await this.database.pool.query<RefusalCount>({
      ...prompt,
      name: "alert_refusals",
      text: `select checkpoint.code as checkpoint, zone.code as zone, count(*)::int as count
             from refused_ask join zone on zone.id = refused_ask.zone_id
               left join device on device.id = refused_ask.device_id
               left join checkpoint on checkpoint.id = device.checkpoint_id
             where refused_ask.edition_id = $1 and occurred_at >= from_epoch_ms($2)
             group by 1, 2`,
      values: [editionId, since],
    });
    return rows;
  }
}
