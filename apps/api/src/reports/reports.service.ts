import type { ReportQuery, WantedReport } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Documents } from "../documents/documents.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { MadeReports } from "../made-reports/made-reports.ts";
import type { Actor } from "../platform/actor.ts";
import { ReportKinds } from "./report-kinds.ts";
import type { ReportDocument } from "./report-maker.ts";

export interface PrintedReport {
  pdf: Buffer;
  fileName: string;
}

export interface ReportPreview {
  picture: Buffer;
  fileName: string;
}

/** Reports to print, from the figures as they are at one commit. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly access: EditionAccess,
    private readonly kinds: ReportKinds,
    private readonly documents: Documents,
    private readonly made: MadeReports,
  ) {}

  /**
   * Throws `not_found` where there is nothing that the report could be of, `forbidden`, and `overloaded`.
   *
   * @param schedule what the schedule is called that it is made for
   */
  async print(
    slug: string,
    wanted: WantedReport,
    query: ReportQuery,
    actor: Actor,
    schedule: string | null = null,
  ): Promise<PrintedReport> {
    const edition = await this.access.find(slug, actor);
    const started = performance.now();
    const { template, data, madeAt, ...made } = await this.kinds.write(edition, wanted, query);
    const pdf = await this.documents.renderPdf(template, data, madeAt);
    const { locale, since } = query;
    await this.made.keep(edition.id, { ...made, wanted, locale, since, pdf, started, schedule }, actor);
    return { pdf, fileName: made.fileName };
  }

  /** The first page of the same as a picture (PNG). */
  async preview(slug: string, wanted: WantedReport, query: ReportQuery, actor: Actor): Promise<ReportPreview> {
    const { template, data, madeAt, fileName } = await this.write(slug, wanted, query, actor);
    const picture = await this.documents.renderPicture(template, data, madeAt);
    return { picture, fileName: fileName.replace(/\.pdf$/, ".png") };
  }

  /** The same, not yet set. */
  async write(slug: string, wanted: WantedReport, query: ReportQuery, actor: Actor): Promise<ReportDocument> {
    return this.kinds.write(await this.access.find(slug, actor), wanted, query);
  }
}
