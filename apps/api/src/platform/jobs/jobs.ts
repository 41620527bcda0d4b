import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from "@nestjs/common";
import { PgBoss } from "pg-boss";
import { Database } from "../database.ts";
import type { DueJob, JobQueue } from "./job-queue.ts";

/** A schema of its own in the same database, which pg-boss creates and migrates. */
const SCHEMA = "pgboss";
const RETRY = { retryLimit: 10, retryDelay: 1, retryBackoff: true, retryDelayMax: 60 };
/** A server that was killed is noticed after this long at most, and the look for such every five seconds. */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 5;
const POLL_SECONDS = 2;
const LONGEST_SECONDS = 6 * 60 * 60;
const KEEP_SECONDS = 24 * 60 * 60;
const LOOK_FOR_DUE_MS = 30_000;
const START_AGAIN_MS = 5_000;
const STOP_WITHIN_MS = 10_000;

interface Registered {
  queue: JobQueue<object>;
  /** Set once this server works on it. */
  workerId?: string;
}

/**
 * Work in the background (pg-boss): kept in the database, so that it outlives the server that was asked for it, and
 * done once by whichever server comes first. Starts beside the service, which does not wait for it.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly queues = new Map<string, Registered>();
  private readonly stopping = new AbortController();
  private readonly boss: PgBoss;
  private readonly log = new Logger("jobs");
  private timer: NodeJS.Timeout | undefined;
  private turn = Promise.resolve();
  private started = false;
  private failing = false;

  constructor(database: Database) {
    this.boss = new PgBoss({
      db: { executeSql: (text, values) => database.pool.query(text, values) },
      schema: SCHEMA,
      schedule: false,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      monitorIntervalSeconds: SUPERVISE_SECONDS,
    });
    this.boss.on("error", (error) => this.complain(error));
  }

  /** Before the service starts: in the constructor of whoever does the work. */
  register<Data extends object>(queue: JobQueue<Data>): void {
    this.queues.set(queue.name, { queue });
  }

  /** Wakes a worker for a job that is due from now on. Where it can't be told, it is found when looked for. */
  async announce<Data extends object>(name: string, job: DueJob<Data>): Promise<void> {
    if (!this.started || this.stopping.signal.aborted) return;
    try {
      await this.send(name, job);
    } catch (error) {
      this.complain(error);
    }
  }

  onApplicationBootstrap(): void {
    if (this.queues.size > 0) this.schedule(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.turn;
    if (this.started) await this.boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
  }

  private schedule(delayMs: number): void {
    this.timer = setTimeout(() => {
      this.turn = this.look().then((delay) => {
        if (!this.stopping.signal.aborted) this.schedule(delay);
      });
    }, delayMs);
  }

  /** Starts what isn't started and sends what is due. Returns when to do so again, in ms. */
  private async look(): Promise<number> {
    try {
      if (!this.started) await this.start();
      for (const registered of this.queues.values()) {
        registered.workerId ??= await this.attend(registered.queue);
        for (const job of await registered.queue.due()) await this.send(registered.queue.name, job);
      }
      this.failing = false;
      return LOOK_FOR_DUE_MS;
    } catch (error) {
      this.complain(error);
      return START_AGAIN_MS;
    }
  }

  private async start(): Promise<void> {
    try {
      await this.boss.start();
    } catch (error) {
      // What of it did start would go on.
      await this.boss.stop({ graceful: false });
      throw error;
    }
    this.started = true;
  }

  /** Returns the worker's id. */
  private async attend(queue: JobQueue<object>): Promise<string> {
    const options = { ...RETRY, ...queue.retry, heartbeatSeconds: HEARTBEAT_SECONDS, expireInSeconds: LONGEST_SECONDS };
    await this.boss.createQueue(queue.name, { ...options, policy: "exclusive", deleteAfterSeconds: KEEP_SECONDS });
    return this.boss.work(
      queue.name,
      { pollingIntervalSeconds: POLL_SECONDS, includeMetadata: true, localConcurrency: queue.concurrency ?? 1 },
      async ([job]) => {
        if (job === undefined) return;
        const signal = AbortSignal.any([job.signal, this.stopping.signal]);
        await queue.work(job.data as object, { signal, isLast: job.retryCount >= job.retryLimit });
        // Not done: whoever is there next goes on.
        signal.throwIfAborted();
      },
    );
  }

  private async send(name: string, { key, data }: DueJob<object>): Promise<void> {
    const id = await this.boss.send(name, data, { singletonKey: key });
    const workerId = this.queues.get(name)?.workerId;
    if (id !== null && workerId !== undefined) this.boss.notifyWorker(workerId);
  }

  /** The database may be restarting: said once, tried again. */
  private complain(error: unknown): void {
    if (!this.failing) this.log.error({ message: "work in the background is held up", error });
    this.failing = true;
  }
}
