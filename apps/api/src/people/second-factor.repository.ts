import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";

export interface StoredFactor {
  secret: Uint8Array;
  /** Null while it is only offered. */
  confirmedAt: Date | null;
  recoveryCodesLeft: number;
}

@Injectable()
export class SecondFactorRepository {
  constructor(private readonly transactions: Transactions) {}

  async of(personId: string): Promise<StoredFactor | undefined> {
    const row = await this.transactions.client.secondFactor.findUnique({ where: { personId } });
    if (row === null) return undefined;
    return { secret: row.secret, confirmedAt: row.confirmedAt, recoveryCodesLeft: row.recovery.length };
  }

  async isConfirmed(personId: string): Promise<boolean> {
    return ((await this.of(personId))?.confirmedAt ?? null) !== null;
  }

  /** In the place of one that was offered before. Returns whether there is none that counts. */
  async offer(personId: string, secret: Uint8Array): Promise<boolean> {
    const offered = await this.transactions.client.$executeRaw`
      insert into second_factor (person_id, secret) values (${personId}::uuid, ${secret})
      on conflict (person_id) do update set secret = excluded.secret, last_step = 0
        where second_factor.confirmed_at is null`;
    return offered === 1;
  }

  /** @param recovery SHA-256 of the recovery codes. Returns whether the offered one was still to be confirmed. */
  async confirm(personId: string, step: number, recovery: readonly Buffer[]): Promise<boolean> {
    const confirmed = await this.transactions.client.secondFactor.updateMany({
      where: { personId, confirmedAt: null },
      data: { confirmedAt: new Date(), lastStep: step, recovery: recovery.map((hash) => new Uint8Array(hash)) },
    });
    return confirmed.count === 1;
  }

  /** Takes a time step's code, once however many bring it at once. */
  async spendStep(personId: string, step: number): Promise<boolean> {
    const spent = await this.transactions.client.secondFactor.updateMany({
      where: { personId, confirmedAt: { not: null }, lastStep: { lt: step } },
      data: { lastStep: step },
    });
    return spent.count === 1;
  }

  /** Takes a recovery code, once however many bring it at once. */
  async spendRecovery(personId: string, hash: Buffer): Promise<boolean> {
    const spent = await this.transactions.client.$executeRaw`
      update second_factor set recovery = array_remove(recovery, ${hash}::bytea)
      where person_id = ${personId}::uuid and confirmed_at is not null and ${hash}::bytea = any (recovery)`;
    return spent === 1;
  }

  /** Returns whether there was one that counted. */
  async remove(personId: string): Promise<boolean> {
    const removed = await this.transactions.client.secondFactor.deleteMany({
      where: { personId, confirmedAt: { not: null } },
    });
    return removed.count === 1;
  }
}
