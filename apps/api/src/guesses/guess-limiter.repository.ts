import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";

export interface Window {
  failures: number;
  endsAt: Date;
}

/** Failed guesses by key in windows of fixed length. Each query is one statement, so that no race slips through. */
@Injectable()
export class GuessLimiterRepository {
  constructor(private readonly database: Database) {}

  /** Counts one more failure unless there are `most` already. Returns whether it was counted. */
  async spend(key: string, most: number, windowMs: number): Promise<boolean> {
    const { rowCount } = await this.database.pool.query({
      name: "guess_spend",
      text: `insert into guess_limit as known (key, failures, window_ends_at)
             values ($1, 1, now() + $3 * interval '1 millisecond')
             on conflict (key) do update set
               failures = case when known.window_ends_at <= now() then 1 else known.failures + 1 end,
               window_ends_at = case when known.window_ends_at <= now() then excluded.window_ends_at
                                     else known.window_ends_at end
             where known.window_ends_at <= now() or known.failures < $2`,
      values: [key, most, windowMs],
    });
    return rowCount === 1;
  }

  async giveBack(keys: readonly string[]): Promise<void> {
    await this.database.pool.query(
      "update guess_limit set failures = failures - 1 where key = any ($1) and failures > 0",
      [keys],
    );
  }

  async window(key: string): Promise<Window | undefined> {
    const { rows } = await this.database.pool.query<Window>(
      `select failures, window_ends_at as "endsAt" from guess_limit where key = $1 and window_ends_at > now()`,
      [key],
    );
    return rows[0];
  }

  async removeExpired(): Promise<void> {
    await this.database.pool.query("delete from guess_limit where window_ends_at <= now()");
  }
}
