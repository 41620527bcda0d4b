import { Injectable, type OnModuleInit } from "@nestjs/common";
import { createHash } from "node:crypto";
import pg from "pg";
import { settings } from "./settings.ts";

export interface Device {
  id: string;
  checkpointId: number;
  checkpoint: string;
  zoneId: number;
  editionId: number;
}

/** The paired devices by the hash of their token, read once. */
@Injectable()
export class Devices implements OnModuleInit {
  private byHash = new Map<string, Device>();

  async onModuleInit(): Promise<void> {
    const client = new pg.Client(settings);
    await client.connect();
    const { rows } = await client.query<Device & { hash: string }>(
      `select encode(token_hash, 'hex') as hash, device.id, checkpoint.id as "checkpointId",
              checkpoint.code as checkpoint, zone_id as "zoneId", device.edition_id as "editionId"
       from device join checkpoint on checkpoint.id = device.checkpoint_id where token_hash is not null`,
    );
    await client.end();
    this.byHash = new Map(rows.map((row) => [row.hash, row]));
  }

  ofToken(token: string): Device | undefined {
    return this.byHash.get(createHash("sha256").update(token).digest("hex"));
  }
}
