import type { BroadcastReceipt, DeviceShowing } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";

export interface ReceiptCounts {
  addressed: number;
  shown: number;
  acknowledged: number;
}

// Devices that a message is for: paired, of its zones, used as it asks. A receipt of an earlier wording is none.
const ADDRESSED = `
  from broadcast
    join device on device.edition_id = broadcast.edition_id and device.paired_at is not null and device.revoked_at is null
    join checkpoint on checkpoint.id = device.checkpoint_id
    join zone on zone.id = checkpoint.zone_id and (broadcast.zones = '{}' or zone.code = any (broadcast.zones))
    left join device_showing showing on showing.device_id = device.id
    left join broadcast_receipt receipt on receipt.broadcast_id = broadcast.id and receipt.device_id = device.id
      and receipt.revision = broadcast.revision
  where broadcast.id = any ($1::uuid[]) and coalesce(showing.display, 'kiosk') = any (broadcast.displays)`;

@Injectable()
export class BroadcastReceiptsRepository {
  constructor(private readonly database: Database) {}

  async counts(ids: readonly string[]): Promise<Map<string, ReceiptCounts>> {
    const { rows } = await this.database.pool.query<ReceiptCounts & { id: string }>({
      name: "broadcast_receipt_counts",
      text: `select broadcast.id, count(*) as addressed, count(receipt.shown_at) as shown,
               count(receipt.acknowledged_at) as acknowledged ${ADDRESSED} group by broadcast.id`,
      values: [ids],
    });
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }

  /** Every device that a message is for, by zone and name. */
  async list(id: string): Promise<BroadcastReceipt[]> {
    const { rows } = await this.database.pool.query<
      Omit<BroadcastReceipt, "lastSeenAt" | "shownAt" | "acknowledgedAt"> & {
        lastSeenAt: Date | null;
        shownAt: Date | null;
        acknowledgedAt: Date | null;
      }
    >({
      name: "broadcast_receipts",
      text: `select device.id as device, device.name, zone.code as zone, checkpoint.code as checkpoint,
               coalesce(showing.display, 'kiosk') as display, device.last_seen_at as "lastSeenAt",
               receipt.shown_at as "shownAt", receipt.acknowledged_at as "acknowledgedAt", receipt.operator
             ${ADDRESSED} order by zone.id, device.name, device.id`,
      values: [[id]],
    });
    return rows.map((row) => ({
      ...row,
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
      shownAt: row.shownAt?.toISOString() ?? null,
      acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    }));
  }

  /** What a device says of messages; those of another edition, or that are not there, are passed over. */
  async report(deviceId: string, editionId: number, messages: DeviceShowing["broadcasts"]): Promise<void> {
    if (messages.length === 0) return;
    const latest = [...new Map(messages.map((message) => [message.id.toLowerCase(), message])).values()];
    await this.database.pool.query({
      name: "report_broadcasts",
      text: `insert into broadcast_receipt as receipt
               (broadcast_id, device_id, revision, shown_at, acknowledged_at, operator)
             select broadcast.id, $1, told.revision, now(), case when told.acknowledged then now() end, told.operator
             from unnest($3::uuid[], $4::integer[], $5::boolean[], $6::text[])
               as told (id, revision, acknowledged, operator)
               join broadcast on broadcast.id = told.id and broadcast.edition_id = $2
                 and told.revision <= broadcast.revision
             on conflict (broadcast_id, device_id) do update set
               revision = excluded.revision,
               shown_at = case when receipt.revision = excluded.revision then receipt.shown_at else excluded.shown_at end,
               acknowledged_at = case when receipt.revision = excluded.revision
                 then coalesce(receipt.acknowledged_at, excluded.acknowledged_at) else excluded.acknowledged_at end,
               operator = case when receipt.revision = excluded.revision and receipt.acknowledged_at is not null
                 then receipt.operator else excluded.operator end
             where excluded.revision >= receipt.revision`,
      values: [
        deviceId,
        editionId,
        latest.map(({ id }) => id),
        latest.map(({ revision }) => revision),
        latest.map(({ acknowledged }) => acknowledged),
        latest.map(({ operator }) => operator ?? null),
      ],
    });
  }
}
