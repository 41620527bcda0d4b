import type { NewEntry } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import pg from "pg";
import type { Device } from "./devices.ts";
import { dayOf, digestOf, EntryStore, flagsOf, minuteOf, type Outcome } from "./entry-store.ts";
import { settings } from "./settings.ts";

const INSERT = `insert into ledger (id, version, occurred_at, placed_at, received_at, device_id, edition_id, zone_id,
  checkpoint_id, kind, direction, headcount, day, flags, checkpoint_sent, category, pass_digest)
  values ($1, 0, $2, $2, now(), $3, $4, $5, $6, 'entry', $7, $8, $9, $12, $10, $11, $13)`;
const PASS = `select revoked_at is not null as revoked,
    exists (select from ledger where pass_digest = $1 and zone_id = $2 and direction = 'in') as seen
  from pass where digest = $1`;
const TALLY = `insert into tally_minute as tally (zone_id, minute, category, entered, exited) values ($1, $2, $3, $4, $5)
  on conflict (zone_id, minute, category) do update
    set entered = tally.entered + excluded.entered, exited = tally.exited + excluded.exited`;

/** The same work through plain `pg`, with prepared statements. */
@Injectable()
export class PgEntryStore extends EntryStore {
  private readonly pool = new pg.Pool(settings);

  async record(device: Device, entries: readonly NewEntry[]): Promise<Outcome> {
    const client = await this.pool.connect();
    try {
      await client.query("begin");
      for (const entry of entries) await this.recordOne(client, device, entry);
      await client.query("commit");
      return "recorded";
    } catch (error) {
      await client.query("rollback");
      if ((error as { code?: string }).code === "23505") return "duplicate";
      throw error;
    } finally {
      client.release();
    }
  }

  private async recordOne(client: pg.PoolClient, device: Device, entry: NewEntry): Promise<void> {
    const entered = entry.direction === "in" ? entry.headcount : 0;
    const digest = digestOf(entry);
    const flags = digest === null ? 0 : await this.flags(client, device, digest);
    await client.query({
      name: "insert",
      text: INSERT,
      values: [
        entry.id,
        entry.occurredAt,
        device.id,
        device.editionId,
        device.zoneId,
        device.checkpointId,
        entry.direction,
        entry.headcount,
        dayOf(entry),
        entry.checkpoint !== undefined,
        entry.category,
        flags,
        digest,
      ],
    });
    await client.query({
      name: "tally",
      text: TALLY,
      values: [device.zoneId, minuteOf(entry), entry.category, entered, entry.headcount - entered],
    });
  }

  private async flags(client: pg.PoolClient, device: Device, digest: Buffer): Promise<number> {
    const { rows } = await client.query<{ revoked: boolean; seen: boolean }>({
      name: "pass",
      text: PASS,
      values: [digest, device.zoneId],
    });
    return flagsOf(rows[0], rows[0]?.seen ?? false);
  }
}
