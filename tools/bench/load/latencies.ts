import { percentile } from "../statistics.ts";
import type { LoadResult } from "./load-plan.ts";

/** Gathers milliseconds without an object a value. */
export class Latencies {
  private values = new Float64Array(1 << 16);
  private count = 0;

  add(milliseconds: number): void {
    if (this.count === this.values.length) {
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count] = milliseconds;
    this.count += 1;
  }

  summary(): LoadResult["latency"] {
    const sorted = this.values.subarray(0, this.count).toSorted();
    return {
      p50: percentile(sorted, 0.5),
      p90: percentile(sorted, 0.9),
      p99: percentile(sorted, 0.99),
      highest: percentile(sorted, 1),
    };
  }
}
