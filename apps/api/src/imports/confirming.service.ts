import type { ImportSummary } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { ImportCommitting } from "./import-committing.ts";
import { ImportMappingsRepository } from "./import-mappings.repository.ts";
import { ImportsRepository } from "./imports.repository.ts";
import { ImportsService, refuseArchived, subjectOf } from "./imports.service.ts";

/** A preview becomes an import when a person has seen it. */
@Injectable()
export class ConfirmingService {
  constructor(
    private readonly imports: ImportsService,
    private readonly records: ImportsRepository,
    private readonly mappings: ImportMappingsRepository,
    private readonly committing: ImportCommitting,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /** Once is as good as twice. Throws `transition_not_allowed` unless there is a preview, `edition_archived`. */
  async confirm(slug: string, id: string, actor: Actor): Promise<ImportSummary> {
    const { edition, stored } = await this.imports.find(slug, id, actor);
    refuseArchived(edition);
    await this.transactions.run(async () => {
      if (!(await this.records.enter(stored.id, "committing", ["preview"]))) {
        const now = await this.records.find(stored.id);
        if (now?.state === "committing" || now?.state === "done") return;
        throw new ProblemError("transition_not_allowed", "There is no preview that could be confirmed.");
      }
      const { subject, columns, reading, outcomes } = stored;
      if (columns.some((title) => title !== "")) {
        await this.mappings.remember(edition.id, subject, columns, reading.fields);
      }
      const after = { ...outcomes };
      await this.audit.record({ actor, action: "import.confirm", subject: subjectOf(slug, stored.id), after });
    });
    await this.committing.begin(stored.id);
    return this.imports.get(slug, id, actor);
  }
}
