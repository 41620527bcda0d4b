import type { Battery } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database, prompt } from "../platform/database.ts";

/** What a device last said of itself; what it left out is undefined. */
export interface PresenceReport {
  /** When it was heard, ms since the epoch by the server's clock. */
  at: number;
  /** Entries still waiting on the device. */
  pending?: number | undefined;
  /** The device's clock minus the server's, in ms. */
  clockOffsetMs?: number | undefined;
  appVersion?: string | undefined;
  battery?: Battery | undefined;
}

@Injectable()
export class DevicePresenceRepository {
  constructor(private readonly database: Database) {}

  /** Writes reports in one statement. A report older than what another server has written changes nothing. */
  async write(reports: ReadonlyMap<string, PresenceReport>): Promise<void> {
    const values = [...reports.values()];
    await this.database.pool.query({
      ...prompt,
      name: "write_presence",
      // Rows are locked in the order of their ids, so that two servers writing at once can't deadlock.
      text: `with report as (
               select * from unnest($1::uuid[], $2::bigint[], $3::integer[], $4::bigint[], $5::text[], $6::real[], $7::boolean[])
                 as report (id, at, pending, clock_offset_ms, app_version, battery_level, battery_charging)
             ), held as (
               select id from device where id = any ($1::uuid[]) order by id for no key update
             )
             update device set
               last_seen_at = from_epoch_ms(report.at),
               pending = coalesce(report.pending, device.pending),
               clock_offset_ms = coalesce(report.clock_offset_ms, device.clock_offset_ms),
               app_version = coalesce(report.app_version, device.app_version),
               battery_level = coalesce(report.battery_level, device.battery_level),
               battery_charging = coalesce(report.battery_charging, device.battery_charging)
             from report join held using (id)
             where device.id = report.id
               and (device.last_seen_at is null or device.last_seen_at <= from_epoch_ms(report.at))`,
      values: [
        [...reports.keys()],
        values.map((report) => report.at),
        values.map((report) => report.pending ?? null),
        values.map((report) => report.clockOffsetMs ?? null),
        values.map((report) => report.appVersion ?? null),
        values.map((report) => report.battery?.level ?? null),
        values.map((report) => report.battery?.charging ?? null),
      ],
    });
  }

  /** Seconds since each paired device was last heard, of the editions that are open. */
  async silences(): Promise<{ edition: string; checkpoint: string; device: string; seconds: number }[]> {
    const { rows } = await this.database.pool.query<{
      edition: string;
      checkpoint: string;
      device: string;
      seconds: number;
    }>(
      `select edition.slug as edition, checkpoint.code as checkpoint, device.id as device,
         extract(epoch from now() - coalesce(device.last_seen_at, device.paired_at))::float8 as seconds
       from device join edition on edition.id = device.edition_id join checkpoint on checkpoint.id = device.checkpoint_id
       where edition.status = 'open' and device.paired_at is not null and device.revoked_at is null`,
    );
    return rows;
  }
}
