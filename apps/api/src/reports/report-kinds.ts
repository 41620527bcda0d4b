import type { ReportKind, ReportQuery } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { AuditReport } from "./audit/audit-report.ts";
import { DayReport } from "./day-report.ts";
import { EditionReport } from "./edition-report.ts";
import type { ReportDocument, ReportMaker, WantedOf } from "./report-maker.ts";
import { ZoneReport } from "./zone-report.ts";

/** The kinds of reports there are, and how each is made. */
@Injectable()
export class ReportKinds {
  private readonly makers: { readonly [Kind in ReportKind]: ReportMaker<Kind> };

  constructor(day: DayReport, edition: EditionReport, zone: ZoneReport, audit: AuditReport) {
    this.makers = { day, edition, zone, audit };
  }

  write<Kind extends ReportKind>(
    edition: EditionConfiguration,
    wanted: { kind: Kind } & WantedOf<Kind>,
    query: ReportQuery,
  ): Promise<ReportDocument> {
    return this.makers[wanted.kind].write(edition, wanted, query);
  }
}
