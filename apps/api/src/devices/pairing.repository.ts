import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";
import type { PairingOffer } from "./devices.repository.ts";

export interface OfferedDevice {
  id: string;
  editionId: number;
  used: boolean;
  expired: boolean;
}

@Injectable()
export class PairingRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Replaces the code there was; the present token stays until the new code is used. */
  async offer(deviceId: string, { codeHash, expiresAt }: PairingOffer): Promise<void> {
    await this.transactions.client.device.update({
      where: { id: deviceId },
      data: { pairingCodeHash: codeHash, pairingExpiresAt: expiresAt, pairingUsedAt: null },
    });
  }

  async find(codeHash: Buffer<ArrayBuffer>): Promise<OfferedDevice | undefined> {
    const rows = await this.transactions.client.$queryRaw<OfferedDevice[]>`
      select id, edition_id as "editionId", pairing_used_at is not null as used,
             pairing_expires_at <= now() as expired
      from device where pairing_code_hash = ${codeHash}`;
    return rows[0];
  }

  /**
   * Uses a code up, whoever comes first. What was known of the machine that was paired before is forgotten: this may
   * be another one, with another clock.
   */
  async accept(
    codeHash: Buffer<ArrayBuffer>,
    { tokenHash, publicKey }: { tokenHash: Buffer<ArrayBuffer>; publicKey: string | null },
  ): Promise<boolean> {
    const paired = await this.transactions.client.$executeRaw`
      update device set
        token_hash = ${tokenHash}, next_token_hash = null, public_key = ${publicKey}, paired_at = now(), pairing_used_at = now(),
        revoked_at = null, last_seen_at = now(), pending = 0, clock_offset_ms = null, app_version = null,
        battery_level = null, battery_charging = null
      where pairing_code_hash = ${codeHash} and pairing_used_at is null and pairing_expires_at > now()`;
    return paired === 1;
  }
}
