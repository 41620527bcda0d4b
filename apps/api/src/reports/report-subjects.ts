import type { ReportQuery } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { CountsService } from "../counts/counts.service.ts";
import { DevicePresence } from "../devices/device-presence.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { ZonesRepository } from "../editions/zones.repository.ts";
import type { ReportSubject } from "./report-subject.ts";

const MOST_ZONES = 1000;

/** Brings together what every report says beside its figures. */
@Injectable()
export class ReportSubjects {
  constructor(
    private readonly editions: EditionsService,
    private readonly zones: ZonesRepository,
    private readonly counts: CountsService,
    private readonly presence: DevicePresence,
  ) {}

  /** @param version that of the figures the report is made of */
  async of(
    configuration: EditionConfiguration,
    version: number,
    { since }: Pick<ReportQuery, "since">,
  ): Promise<ReportSubject> {
    await this.presence.flush();
    const [edition, zones, { completeness, asOf }] = await Promise.all([
      this.editions.byId(configuration.id),
      this.zones.list(configuration.id, { after: undefined, limit: MOST_ZONES }),
      this.counts.sharedSnapshot(configuration),
    ]);
    return {
      edition,
      zones: zones.map(({ zone }) => zone),
      countsExits: new Set(
        [...configuration.zones.values()].filter(({ countsExits }) => countsExits).map(({ code }) => code),
      ),
      madeAt: Date.parse(asOf),
      completeness,
      version,
      showsSince: since === "shown",
    };
  }
}
