import { Inject, Injectable, Logger } from "@nestjs/common";
import { PrismaPg } from "@prisma/adapter-pg";
import { types } from "node:util";
import pg from "pg";
import { CONFIGURATION, type Configuration } from "./configuration.ts";
import { PrismaClient } from "./prisma-client/generated/client.ts";

// bigint columns here hold versions and offsets far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date is a day of an edition, not an instant: it stays text.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const CONNECTION_ERRORS = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EHOSTUNREACH"]);
const LONGEST_QUERY_MS = 60_000;
const PROMPT_QUERY_MS = 10_000;

/**
 * For queries that recording and screens wait for: they take milliseconds, so one without an answer after ten seconds
 * goes to a database that is not there any more. Whether it was committed is unknown then, and settled by id.
 */
export const prompt = { query_timeout: PROMPT_QUERY_MS };

/** Unreachable, timed out, connection closed, no connection free in time, no transaction begun or ended in time. */
const PRISMA_ERRORS = new Set(["P1001", "P1008", "P1017", "P2024", "P2028", "P2037"]);
/**
 * What says it in words alone: pg of a connection it lost, and Prisma of one lost in SQL of ours (no code but P2010) or
 * at the end of a transaction (the kind as the message).
 */
const LOST_CONNECTION = [
  /Connection terminated|not queryable|timeout exceeded when trying to connect|Query read timeout/i,
  /Raw query failed\. Code: `(08|57P|53)/,
  /Server has closed the connection|Operation has timed out|Can't reach database server|Too many database connections/,
  /^(ConnectionClosed|SocketTimeout|DatabaseNotReachable|TooManyConnections)$/,
];

/** Whether an error means that the database could not be reached, is stopping or is starting (SQLSTATE 08, 57P, 53). */
export function isDatabaseDown(error: unknown): boolean {
  // Not instanceof: Node's own errors are of another realm where tests run in one of their own.
  if (!types.isNativeError(error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (CONNECTION_ERRORS.has(code) || /^(08|57P|53)/.test(code) || PRISMA_ERRORS.has(code)) return true;
  if (LOST_CONNECTION.some((words) => words.test(error.message))) return true;
  return error.cause !== undefined && error.cause !== error && isDatabaseDown(error.cause);
}

/** The one door to PostgreSQL: `pool` for the hot path, `prisma` for everything else. Only repositories use it. */
@Injectable()
export class Database {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  private readonly log = new Logger("database");

  constructor(@Inject(CONFIGURATION) configuration: Configuration) {
    this.pool = new pg.Pool({
      connectionString: configuration.DATABASE_URL,
      max: configuration.ABWAB_POOL_SIZE,
      connectionTimeoutMillis: 3_000,
      // A line that went silent (a firewall forgot it, the machine lost its power) ends nothing by itself.
      query_timeout: LONGEST_QUERY_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      application_name: "abwab",
      // An acknowledgement means durable on disk (E3), whatever the server's default.
      // And what such a line was in the midst of must not keep an edition locked.
      options: `-c synchronous_commit=on -c timezone=UTC -c idle_in_transaction_session_timeout=${PROMPT_QUERY_MS}`,
    });
    // One that dies within a transaction fails its query or the next one; unheard, it would end the process as well.
    this.pool.on("connect", (client) => client.on("error", () => undefined));
    // An idle connection that dies (the database restarting) is replaced by the pool; it must not end the process.
    this.pool.on("error", (error) => this.log.warn({ message: "an idle connection was lost", reason: error.message }));
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  /** After everything else has stopped: some services write their last on shutdown. */
  async close(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }
}
