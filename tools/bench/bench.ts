import { serviceEntry } from "../start/workspace.ts";
import { type Contender, Contenders } from "./contenders.ts";
import type { Options } from "./options.ts";
import type { LoadPlan, LoadResult } from "./load/load-plan.ts";
import type { Kiosk } from "./load/entry-requests.ts";
import { runLoad } from "./load/run-load.ts";
import { DatabaseServer, queryOnce } from "./machine/database-server.ts";
import { issuePasses, PASSES } from "./machine/issue-passes.ts";
import { administrator, createPark } from "./machine/park.ts";
import { ProcessorMeter, startServer } from "./machine/server-process.ts";

/** What one load showed: throughput beside the processor it took. */
export interface Run extends LoadResult {
  entriesPerSecond: number;
  /** Microseconds of processor an acknowledged entry. */
  server: number;
  database: number;
}

export type RunPlan = Partial<Omit<LoadPlan, "port">> & { connections: number };

/** Everything an area needs to measure. */
export class Bench implements AsyncDisposable {
  readonly contenders: Contenders;
  readonly database: DatabaseServer;
  readonly kiosks: Kiosk[];
  readonly options: Options;
  private readonly tell: (line: string) => void;

  private constructor(database: DatabaseServer, kiosks: Kiosk[], options: Options, tell: (line: string) => void) {
    this.database = database;
    this.kiosks = kiosks;
    this.options = options;
    this.tell = tell;
    this.contenders = new Contenders(database);
  }

  get short(): boolean {
    return this.options.short;
  }

  static async open(options: Options, tell: (line: string) => void): Promise<Bench> {
    const database = await DatabaseServer.start();
    try {
      const { version, fsync, synchronousCommit, fsyncMilliseconds } = database.durability;
      tell(`PostgreSQL ${version}, fsync ${fsync}, synchronous_commit ${synchronousCommit}`);
      tell(`a write with fdatasync takes ${fsyncMilliseconds.toFixed(2)} ms`);
      const environment = { DATABASE_URL: database.templateUrl, ABWAB_LOG_LEVEL: "warn", ...administrator };
      const server = await startServer({ program: serviceEntry, environment });
      const kiosks = await createPark(`http://127.0.0.1:${server.port}`);
      await server.stop();
      if (options.passes) await issuePasses(database.templateUrl);
      return new Bench(database, kiosks, options, tell);
    } catch (error) {
      await database[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** How many rounds, or seconds, or sockets: all of them, or few in the short form. */
  amount(full: number, short: number): number {
    return this.short ? short : full;
  }

  say(line: string): void {
    this.tell(`  ${line}`);
  }

  /** Runs a load against a contender and checks that every acknowledged entry is on its ledger. */
  async run(contender: Contender, plan: RunPlan): Promise<Run> {
    const meter = new ProcessorMeter(contender.server, this.database.pid);
    const before = await ledgerRows(contender);
    const result = await runLoad(
      {
        port: contender.server.port,
        kiosks: this.kiosks,
        itemsPerRequest: 1,
        warmUpSeconds: this.amount(1.5, 0.5),
        seconds: this.amount(6, 1),
        ...(this.options.passes && { passes: PASSES }),
        ...plan,
      },
      meter.mark,
    );
    const recorded = (await ledgerRows(contender)) - before;
    if (plan.namedCheckpoint === undefined && recorded < result.entriesInAll)
      throw new Error(`${contender.name} acknowledged ${result.entriesInAll} entries and holds ${recorded}.`);
    const { server, database } = meter.used;
    const each = 1e6 / result.entries;
    return {
      ...result,
      entriesPerSecond: result.entries / result.seconds,
      server: server * each,
      database: database * each,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.database[Symbol.asyncDispose]();
  }
}

async function ledgerRows({ databaseUrl }: Contender): Promise<number> {
  const [row] = await queryOnce<{ count: string }>(databaseUrl, "select count(*) from ledger");
  return Number(row?.count);
}
