import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";

@Injectable()
export class SessionWatchRepository {
  constructor(private readonly database: Database) {}

  /** Those of these sessions and tokens that still open something. */
  async alive(sessionIds: readonly string[], tokenIds: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.database.pool.query<{ id: string }>({
      name: "alive_sessions",
      text: `select id from session where id = any($1::uuid[]) and expires_at > now()
             union all
             select id from api_token where id = any($2::uuid[]) and (expires_at is null or expires_at > now())`,
      values: [sessionIds, tokenIds],
    });
    return new Set(rows.map((row) => row.id));
  }
}
