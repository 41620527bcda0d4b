import { Injectable } from "@nestjs/common";
import { AsyncLocalStorage } from "node:async_hooks";
import { Database } from "./database.ts";
import type { Prisma } from "./prisma-client/generated/client.ts";

const WAIT_MS = 5_000;
const LONGEST_MS = 15_000;

/**
 * Lets a service put the work of several repositories into one transaction without seeing the database: within
 * `run`, `client` is the transaction's, elsewhere the plain one.
 */
@Injectable()
export class Transactions {
  private readonly running = new AsyncLocalStorage<Prisma.TransactionClient>();

  constructor(private readonly database: Database) {}

  /**
   * Commits when `work` resolves, rolls back when it throws. Within a running transaction it joins that one.
   *
   * @param longestMs for work in the background that is more than a person waits for
   */
  async run<Result>(work: () => Promise<Result>, longestMs = LONGEST_MS): Promise<Result> {
    if (this.running.getStore() !== undefined) return work();
    return this.database.prisma.$transaction((client) => this.running.run(client, work), {
      maxWait: WAIT_MS,
      timeout: longestMs,
    });
  }

  /** For repositories only. */
  get client(): Prisma.TransactionClient {
    return this.running.getStore() ?? this.database.prisma;
  }
}
