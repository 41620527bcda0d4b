import { serviceEntry } from "../start/workspace.ts";
import { buildConventional } from "./build-conventional.ts";
import type { DatabaseServer } from "./machine/database-server.ts";
import { administrator } from "./machine/park.ts";
import { type ServerProcess, startServer } from "./machine/server-process.ts";

/** A service under measurement on a database of its own. */
export interface Contender extends AsyncDisposable {
  readonly name: string;
  readonly server: ServerProcess;
  readonly databaseUrl: string;
}

const ABWAB = "Abwab";
export type Store = "prisma" | "pg";

/** Starts the services that are compared, each on a fresh copy of the same park. */
export class Contenders {
  private copies = 0;
  private conventionalProgram: Promise<string> | undefined;

  private readonly database: DatabaseServer;

  constructor(database: DatabaseServer) {
    this.database = database;
  }

  /** @param nodeOptions for a profile, say */
  async abwab(settings: Record<string, string> = {}, nodeOptions: string[] = []): Promise<Contender> {
    return this.start(ABWAB, serviceEntry, { ...administrator, ABWAB_LOG_LEVEL: "warn", ...settings }, nodeOptions);
  }

  async conventional(store: Store, poolSize: number): Promise<Contender> {
    this.conventionalProgram ??= buildConventional();
    const environment = { STORE: store, POOL_SIZE: String(poolSize) };
    const name = store === "prisma" ? "Nest + Prisma" : "Nest + plain pg";
    return this.start(name, await this.conventionalProgram, environment, []);
  }

  private async start(
    name: string,
    program: string,
    settings: Record<string, string>,
    nodeOptions: string[],
  ): Promise<Contender> {
    this.copies += 1;
    const copy = `contender_${this.copies}`;
    const databaseUrl = await this.database.copy(copy);
    const environment = { DATABASE_URL: databaseUrl, ...settings };
    const server = await startServer({ program, environment, nodeOptions });
    return {
      name,
      server,
      databaseUrl,
      [Symbol.asyncDispose]: async () => {
        await server.stop();
        await this.database.remove(copy);
      },
    };
  }
}
