import { Injectable } from "@nestjs/common";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** What the service tells Prometheus of itself. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly results = new Counter({
    name: "abwab_entry_results_total",
    help: "Entries and voids answered, by status",
    labelNames: ["status"],
    registers: [this.registry],
  });
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
  readonly ticks = new Counter({
    name: "abwab_ticks_total",
    help: "Ticks sent to the screens of an edition",
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
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
