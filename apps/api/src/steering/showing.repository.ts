import type { DeviceDisplay, DeviceShowing, ZoneAcknowledgement, ZoneNotice } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";

interface SteeredRow {
  zone: string;
  device: string | null;
  name: string;
  checkpoint: string;
  display: DeviceDisplay;
  lastSeenAt: Date | null;
  has: boolean;
}

/** What devices say that they show. */
@Injectable()
export class ShowingRepository {
  constructor(private readonly database: Database) {}

  async report(deviceId: string, { display, zone }: DeviceShowing): Promise<void> {
    await this.database.pool.query({
      name: "report_showing",
      text: `insert into device_showing (device_id, display, zone, status, message, at)
             values ($1, $2, $3, $4, $5, now())
             on conflict (device_id) do update set display = excluded.display, at = excluded.at,
               zone = coalesce(excluded.zone, device_showing.zone),
               status = coalesce(excluded.status, device_showing.status),
               message = case when excluded.zone is null then device_showing.message else excluded.message end`,
      values: [deviceId, display, zone?.code ?? null, zone?.status ?? null, zone?.message ?? null],
    });
  }

  /** It has acknowledged what it was told of its zone; how it is used, it did not say. */
  async acknowledge(deviceId: string, { zone, status, message }: ZoneNotice): Promise<void> {
    await this.database.pool.query({
      name: "acknowledge_zone",
      text: `insert into device_showing (device_id, zone, status, message, at) values ($1, $2, $3, $4, now())
             on conflict (device_id) do update set zone = excluded.zone, status = excluded.status,
               message = excluded.message, at = excluded.at`,
      values: [deviceId, zone, status, message],
    });
  }

  /** By zone in their order: the devices bound to it and whether each has its present state. */
  async acknowledgements(editionId: number): Promise<ZoneAcknowledgement[]> {
    const { rows } = await this.database.pool.query<SteeredRow>({
      name: "zone_acknowledgements",
      text: `select zone.code as zone, device.id as device, device.name, device.checkpoint,
               coalesce(showing.display, 'kiosk') as display, device.last_seen_at as "lastSeenAt",
               coalesce(showing.zone = zone.code and showing.status = zone.status
                 and showing.message is not distinct from zone.message, false) as has
             from zone
               left join (
                 select device.id, device.name, last_seen_at, zone_id, checkpoint.code as checkpoint
                 from device join checkpoint on checkpoint.id = device.checkpoint_id
                 where device.edition_id = $1 and paired_at is not null and revoked_at is null
               ) device on device.zone_id = zone.id
               left join device_showing showing on showing.device_id = device.id
             where zone.edition_id = $1 order by zone.id, device.name, device.id`,
      values: [editionId],
    });
    return [...Map.groupBy(rows, ({ zone }) => zone)].map(([zone, all]) => {
      const devices = all.filter(({ device }) => device !== null);
      return {
        zone,
        devices: devices.length,
        have: devices.filter(({ has }) => has).length,
        missing: devices.flatMap(({ has, device, name, checkpoint, display, lastSeenAt }) =>
          has || device === null
            ? []
            : [{ device, name, zone, checkpoint, display, lastSeenAt: lastSeenAt?.toISOString() ?? null }],
        ),
      };
    });
  }
}
