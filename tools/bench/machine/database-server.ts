import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { applyMigrations, startEmbeddedPostgres } from "@abwab/postgres";
import pg from "pg";
import { FatalError } from "../../start/fatal-error.ts";
import { fsyncMilliseconds } from "./fsync-time.ts";
import { remember } from "./left-behind.ts";

/** What decides whether an acknowledgement means "on disk". */
export interface Durability {
  version: string;
  fsync: string;
  synchronousCommit: string;
  fsyncMilliseconds: number;
}

/** The one PostgreSQL of a run, each contender in a database of its own, gone afterwards. */
export class DatabaseServer implements AsyncDisposable {
  readonly pid: number;
  /** The database that the others are copied from. */
  readonly templateUrl: string;
  readonly durability: Durability;
  private readonly close: () => Promise<void>;

  private constructor(pid: number, templateUrl: string, durability: Durability, close: () => Promise<void>) {
    this.pid = pid;
    this.templateUrl = templateUrl;
    this.durability = durability;
    this.close = close;
  }

  /** Throws FatalError where an acknowledgement would not mean "on disk". */
  static async start(): Promise<DatabaseServer> {
    const directory = mkdtempSync(path.join(tmpdir(), "abwab-bench-"));
    chmodSync(directory, 0o755);
    const server = await startEmbeddedPostgres({ directory });
    const close = async (): Promise<void> => {
      forget();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    };
    const forget = remember(close);
    try {
      const durability = { ...(await settingsOf(server.url)), fsyncMilliseconds: fsyncMilliseconds(directory) };
      refuseUnlessDurable(durability);
      await applyMigrations(server.url);
      return new DatabaseServer(server.pid, server.url, durability, close);
    } catch (error) {
      await close();
      throw error;
    }
  }

  /** A copy of the template, under this name. Nobody may be connected to the template. */
  async copy(name: string): Promise<string> {
    const url = new URL(this.templateUrl);
    const template = url.pathname.slice(1);
    await this.query(`create database ${name} template ${template}`);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** Ends the connections to a database and removes it. */
  async remove(name: string): Promise<void> {
    await this.query(`drop database ${name} with (force)`);
  }

  private async query(statement: string): Promise<void> {
    const url = new URL(this.templateUrl);
    url.pathname = "/postgres";
    await queryOnce(url.href, statement);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** Throws FatalError where `fsync` or `synchronous_commit` is off: what is measured then is not durable. */
export function refuseUnlessDurable({
  fsync,
  synchronousCommit,
}: Pick<Durability, "fsync" | "synchronousCommit">): void {
  if (fsync === "on" && synchronousCommit === "on") return;
  throw new FatalError(
    `PostgreSQL's fsync is ${fsync} and its synchronous_commit ${synchronousCommit}: both must be on, or nothing that is measured is durable.`,
  );
}

async function settingsOf(url: string): Promise<Omit<Durability, "fsyncMilliseconds">> {
  const [row] = await queryOnce<{ version: string; fsync: string; synchronousCommit: string }>(
    url,
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as "synchronousCommit"`,
  );
  if (row === undefined) throw new Error("The database does not say how durable it is.");
  return row;
}

/** One statement on a connection of its own. */
export async function queryOnce<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
