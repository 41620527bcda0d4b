import type { ImportDecisions, ImportRow, ImportSummary, Page, QueryOf, routes } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { ImportRowsRepository, rowOrder } from "./import-rows.repository.ts";
import { ImportsRepository } from "./imports.repository.ts";
import { ImportsService, refuseArchived, subjectOf } from "./imports.service.ts";

/** The preview of a list, row by row, and what a person says of its doubtful rows. */
@Injectable()
export class ImportRowsService {
  constructor(
    private readonly imports: ImportsService,
    private readonly records: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /** As they stand in the file. */
  async list(
    slug: string,
    id: string,
    { limit, cursor, outcome }: QueryOf<typeof routes.listImportRows>,
    actor: Actor,
  ): Promise<Page<ImportRow>> {
    const { stored } = await this.imports.find(slug, id, actor);
    const after = readCursor(cursor, rowOrder);
    const rows = await this.rows.list(stored.id, outcome, { after, limit: limit + 1 });
    return pageOf(rows, limit, ({ row }) => row);
  }

  /** Throws `transition_not_allowed` unless there is a preview, `edition_archived`. */
  async decide(slug: string, id: string, decisions: ImportDecisions, actor: Actor): Promise<ImportSummary> {
    const { edition, stored } = await this.imports.find(slug, id, actor);
    refuseArchived(edition);
    await this.transactions.run(async () => {
      if (!(await this.records.hold(stored.id, "preview"))) {
        throw new ProblemError("transition_not_allowed", "Rows are decided while there is a preview.");
      }
      const rows = await this.rows.decide(stored.id, decisions);
      if (rows > 0) {
        const after = { rows };
        await this.audit.record({ actor, action: "import.decide", subject: subjectOf(slug, stored.id), after });
      }
    });
    return this.imports.get(slug, id, actor);
  }
}
