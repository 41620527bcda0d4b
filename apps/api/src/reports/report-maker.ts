import type { ReportKind, ReportQuery, WantedReport } from "@abwab/contract";
import type { DocumentData, DocumentTemplate } from "../documents/document-request.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";

/** A report that is written and not yet set. */
export interface ReportDocument {
  template: DocumentTemplate;
  data: DocumentData;
  /** ms since the epoch: the date it bears. What is frozen bears the moment of freezing, and is the same file each time. */
  madeAt: number;
  /** Whether all its figures are settled. */
  settled: boolean;
  /** The commit version that it was read at. */
  version: number;
  /** Ends in `.pdf`. */
  fileName: string;
}

/** What a person has to name for a report of this kind. */
export type WantedOf<Kind extends ReportKind> = Extract<WantedReport, { kind: Kind }>;

/** Writes the reports of one kind. */
export interface ReportMaker<Kind extends ReportKind> {
  /** Throws `not_found` where the edition has nothing that the report could be of. */
  write(edition: EditionConfiguration, wanted: WantedOf<Kind>, query: ReportQuery): Promise<ReportDocument>;
}
