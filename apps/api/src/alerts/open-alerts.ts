import { Injectable, Logger } from "@nestjs/common";
import { isDatabaseDown } from "../platform/database.ts";
import { Metrics } from "../platform/metrics.ts";
import { AlertsRepository } from "./alerts.repository.ts";

/** Tells Prometheus how many alerts are unresolved. */
@Injectable()
export class OpenAlerts {
  private readonly log = new Logger("alerts");

  constructor(
    private readonly alerts: AlertsRepository,
    metrics: Metrics,
  ) {
    metrics.labelledGauge("abwab_alerts_open", "Alerts that are not resolved", ["edition", "severity"], () =>
      this.read(),
    );
  }

  private async read(): Promise<{ labels: Record<"edition" | "severity", string>; value: number }[]> {
    try {
      const counts = await this.alerts.unresolvedCounts();
      return counts.map(({ count, ...labels }) => ({ labels, value: count }));
    } catch (error) {
      if (!isDatabaseDown(error)) throw error;
      // The other figures are wanted most while the database is away.
      this.log.warn("open alerts could not be counted");
      return [];
    }
  }
}
