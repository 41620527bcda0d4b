import { type MadeReport, type MadeReportsQuery, type Page, uuid } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { CommuniqueService } from "../communique/communique.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { ReportsService } from "../reports/reports.service.ts";
import { digestOf } from "./made-reports.ts";
import { MadeReportsRepository } from "./made-reports.repository.ts";

export interface ReportAgain {
  pdf: Buffer;
  fileName: string;
  /** Whether it is the file that it was, to the byte. */
  isSame: boolean;
}

/** Which reports were made by whom, and each of them again. */
@Injectable()
export class ReportHistoryService {
  constructor(
    private readonly made: MadeReportsRepository,
    private readonly reports: ReportsService,
    private readonly communiques: CommuniqueService,
    private readonly access: EditionAccess,
  ) {}

  /** The latest first. */
  async list(slug: string, { limit, cursor, ...filter }: MadeReportsQuery, actor: Actor): Promise<Page<MadeReport>> {
    const edition = await this.access.find(slug, actor);
    const rows = await this.made.list(edition.id, filter, { after: readCursor(cursor, uuid), limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit, ({ report }) => report.id);
    return { items: items.map(({ report }) => report), nextCursor };
  }

  /** Throws `not_found`, `overloaded`. */
  async again(slug: string, id: string, actor: Actor): Promise<ReportAgain> {
    const edition = await this.access.find(slug, actor);
    const stored = uuid.safeParse(id).success ? await this.made.find(id) : undefined;
    if (stored?.editionId !== edition.id) throw new ProblemError("not_found", "No such report was made.");
    const { wanted, since, digest, report } = stored;
    const { locale } = report;
    const { pdf, fileName } =
      wanted.kind === "communique"
        ? await this.communiques.print(slug, { locale, date: wanted.date }, actor)
        : await this.reports.print(slug, wanted, { locale, since }, actor);
    return { pdf, fileName, isSame: Buffer.compare(digestOf(pdf), digest) === 0 };
  }
}
