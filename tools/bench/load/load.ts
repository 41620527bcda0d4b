import { setTimeout as delay } from "node:timers/promises";
import { type Answer, HttpConnection } from "./http-connection.ts";
import { EntryRequests, type Kiosk } from "./entry-requests.ts";
import { Latencies } from "./latencies.ts";
import type { Edge, LoadPlan, LoadResult } from "./load-plan.ts";

const PATIENCE_MS = 5_000;

interface Sender {
  connection: HttpConnection;
  kiosk: Kiosk;
}

/** Runs a load from this process: in a closed loop, or in an open one when the plan has a rate. */
export class Load {
  private readonly latencies = new Latencies();
  private readonly requests: EntryRequests;
  private readonly statuses: Record<string, number> = {};
  private readonly idle: Sender[] = [];
  /** When requests that wait for a connection were due, oldest first. */
  private readonly due: number[] = [];
  private readonly senders: Sender[] = [];
  private measureFrom = Infinity;
  private measureTo = Infinity;
  private inFlight = 0;
  private withRetryAfter = 0;
  private notSent = 0;
  private accepted = 0;
  private acceptedInAll = 0;
  private lost: Error | undefined;

  private readonly plan: LoadPlan;
  private readonly onEdge: (edge: Edge) => void;

  constructor(plan: LoadPlan, onEdge: (edge: Edge) => void) {
    this.plan = plan;
    this.onEdge = onEdge;
    this.requests = new EntryRequests(plan.itemsPerRequest, plan.namedCheckpoint, plan.passes);
  }

  async run(): Promise<LoadResult> {
    const { plan } = this;
    for (let index = 0; index < plan.connections; index += 1) {
      const connection = await HttpConnection.open(plan.port, (error) => (this.lost ??= error));
      this.senders.push({ connection, kiosk: plan.kiosks[index % plan.kiosks.length] as Kiosk });
    }
    const begun = performance.now();
    this.measureFrom = begun + plan.warmUpSeconds * 1000;
    this.measureTo = this.measureFrom + plan.seconds * 1000;
    setTimeout(() => this.onEdge("from"), plan.warmUpSeconds * 1000);
    if (plan.rate === undefined) for (const sender of this.senders) this.send(sender, performance.now());
    else await this.sendAtRate(plan.rate, begun);
    await this.untilMeasured();
    const unanswered = this.inFlight + this.due.length;
    for (const { connection } of this.senders) connection.close();
    if (this.lost !== undefined) throw this.lost;
    return this.result(unanswered);
  }

  private result(unanswered: number): LoadResult {
    const { user, system } = process.cpuUsage();
    return {
      seconds: this.plan.seconds,
      statuses: this.statuses,
      withRetryAfter: this.withRetryAfter,
      notSent: this.notSent,
      unanswered,
      entries: this.accepted * this.plan.itemsPerRequest,
      entriesInAll: this.acceptedInAll * this.plan.itemsPerRequest,
      latency: this.latencies.summary(),
      processorSeconds: (user + system) / 1e6,
    };
  }

  private async sendAtRate(rate: number, begun: number): Promise<void> {
    this.idle.push(...this.senders);
    let count = 0;
    while (performance.now() < this.measureTo) {
      const dueByNow = Math.floor(((performance.now() - begun) / 1000) * rate);
      for (; count < dueByNow; count += 1) this.arrive(begun + (count / rate) * 1000);
      await delay(1);
    }
  }

  private arrive(dueAt: number): void {
    const sender = this.idle.pop();
    if (sender !== undefined) this.send(sender, dueAt);
    else if (this.plan.givesUpWhenBusy !== true) this.due.push(dueAt);
    else if (dueAt >= this.measureFrom) this.notSent += 1;
  }

  private send(sender: Sender, dueAt: number): void {
    this.inFlight += 1;
    sender.connection.exchange(this.requests.next(sender.kiosk), (answer) => {
      this.inFlight -= 1;
      this.note(answer, dueAt);
      const now = performance.now();
      if (this.plan.rate !== undefined) {
        const next = this.due.shift();
        if (next === undefined) this.idle.push(sender);
        else this.send(sender, next);
      } else if (now < this.measureTo) this.send(sender, now);
    });
  }

  /** An open loop counts what was due in the measured time, a closed one what was answered in it. */
  private note({ status, hasRetryAfter }: Answer, dueAt: number): void {
    const now = performance.now();
    if (status === 200) this.acceptedInAll += 1;
    const counted = this.plan.rate === undefined ? now : dueAt;
    if (counted < this.measureFrom || counted > this.measureTo) return;
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if ((status === 429 || status === 503) && hasRetryAfter) this.withRetryAfter += 1;
    if (status !== 200) return;
    this.latencies.add(now - dueAt);
    this.accepted += 1;
  }

  /** Until the last answer has come, or for as long as patience lasts. */
  private async untilMeasured(): Promise<void> {
    await delay(Math.max(0, this.measureTo - performance.now()));
    this.onEdge("to");
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (this.inFlight + this.due.length > 0 && performance.now() < giveUpAt && this.lost === undefined)
      await delay(20);
  }
}
