import { Injectable } from "@nestjs/common";
import { Database, prompt } from "./database.ts";

@Injectable()
export class HealthRepository {
  constructor(private readonly database: Database) {}

  /** Rejects when the database does not take writes. */
  async check(): Promise<void> {
    const { rows } = await this.database.pool.query<{ replica: boolean }>({
      ...prompt,
      text: "select pg_is_in_recovery() as replica",
    });
    if (rows[0]?.replica !== false) throw new Error("the database is a read-only replica");
  }
}
