import { Injectable } from "@nestjs/common";
import type { PoolClient } from "pg";
import { type CommitFrame, StaleConfiguration } from "../editions/commit-frame.ts";
import { Database, prompt } from "../platform/database.ts";

/** A transaction that holds an edition's state row: nothing is recorded in the edition until it ends. */
export type EditionHold = Pick<PoolClient, "query">;

@Injectable()
export class EditionHolds {
  constructor(private readonly database: Database) {}

  /** Commits when `work` resolves, rolls back when it throws. Throws StaleConfiguration. */
  async run<Result>(frame: CommitFrame, work: (hold: EditionHold) => Promise<Result>): Promise<Result> {
    const client = await this.database.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query({ ...prompt, text: "begin" });
      await lock(client, frame);
      const result = await work(client);
      await client.query({ ...prompt, text: "commit" });
      return result;
    } catch (error) {
      // A line that can't even roll back goes: the server ends the transaction with it.
      broken = await client.query({ ...prompt, text: "rollback" }).then(
        () => undefined,
        (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
      );
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

async function lock(client: EditionHold, { editionId, configVersion }: CommitFrame): Promise<void> {
  const { rows } = await client.query<{ version: number }>({
    ...prompt,
    name: "hold_edition",
    text: "select config_version as version from edition_state where edition_id = $1 for update",
    values: [editionId],
  });
  // What is decided is decided by the rules in force.
  if (rows[0]?.version !== configVersion) throw new StaleConfiguration();
}
