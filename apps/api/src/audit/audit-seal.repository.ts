import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";

@Injectable()
export class AuditSealRepository {
  constructor(private readonly database: Database) {}

  /** Chains the events that aren't yet. Returns how many there were. */
  async seal(): Promise<number> {
    const { rows } = await this.database.pool.query<{ sealed: number }>("select seal_audit() as sealed");
    return rows[0]?.sealed ?? 0;
  }
}
