import type { EntryResult } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** What the service tells Prometheus of itself. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly batchSize = new Histogram({
    name: "abwab_batch_items",
    help: "Items of one transaction",
    buckets: [1, 5, 20, 50, 100, 250, 500, 1000],
    registers: [this.registry],
  });
  readonly commitSeconds = new Histogram({
    name: "abwab_commit_seconds",
    help: "From taking a batch to its durable commit",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });
  private readonly ticks = new Counter({
    name: "abwab_ticks_total",
    help: "Ticks sent to the screens of an edition",
    registers: [this.registry],
  });

  private readonly tickLag = new Histogram({
    name: "abwab_tick_lag_seconds",
    help: "From a commit of this server to the tick that shows it, while someone watches",
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  /** When the earliest commit was made that no tick has shown yet, by edition. */
  private readonly unshownSince = new Map<number, number>();

  private readonly answers = new Map<EntryResult["status"], number>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    const { answers } = this;
    const results = new Counter({
      name: "abwab_entry_results_total",
      help: "Entries and voids answered, by status",
      labelNames: ["status"],
      registers: [],
      collect() {
        this.reset();
        for (const [status, count] of answers) this.inc({ status }, count);
      },
    });
    this.registry.registerMetric(results);
  }

  /** Counted here and told when Prometheus asks: a label costs more than all else that an answer adds up. */
  answered(results: readonly EntryResult[]): void {
    for (const { status } of results) this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
  }

  committed(editionId: number): void {
    if (!this.unshownSince.has(editionId)) this.unshownSince.set(editionId, performance.now());
  }

  tickSent(editionId: number): void {
    this.ticks.inc();
    const since = this.unshownSince.get(editionId);
    if (since === undefined) return;
    this.tickLag.observe((performance.now() - since) / 1000);
    this.unshownSince.delete(editionId);
  }

  /** Nobody watches: what is committed now waits for no tick. */
  unwatched(editionId: number): void {
    this.unshownSince.delete(editionId);
  }

  /** Figures with labels, asked for when Prometheus asks; none while they can't be had. */
  labelledGauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: () => Promise<{ labels: Record<Label, string>; value: number }[]>,
  ): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [],
      async collect() {
        this.reset();
        for (const { labels, value } of await read()) this.set(labels, value);
      },
    });
    this.registry.registerMetric(gauge);
  }

  /** A figure that is read when Prometheus asks. */
  gauge(name: string, help: string, read: () => number): void {
    const gauge = new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(read());
      },
    });
    this.registry.registerMetric(gauge);
  }
}
