import type { ImportSummary } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { AttendeeRowsRepository } from "./attendee-rows.repository.ts";
import { ImportsRepository } from "./imports.repository.ts";
import { ImportsService, refuseArchived, subjectOf } from "./imports.service.ts";
import { type Blockers, OrganisationCommitRepository } from "./organisation-commit.repository.ts";
import type { StoredImport } from "./stored-import.ts";

/** As long as a browser waits for an answer. */
const LONGEST_MS = 60_000;

/** Takes back all that an import has done, once, as long as nobody has built on it. */
@Injectable()
export class UndoingService {
  constructor(
    private readonly imports: ImportsService,
    private readonly records: ImportsRepository,
    private readonly organisations: OrganisationCommitRepository,
    private readonly attendees: AttendeeRowsRepository,
    private readonly changes: EditionChanges,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /** Once is as good as twice. Throws `transition_not_allowed`, `in_use`, `edition_archived`. */
  async undo(slug: string, id: string, actor: Actor): Promise<ImportSummary> {
    const { edition, stored } = await this.imports.find(slug, id, actor);
    refuseArchived(edition);
    if (stored.state === "undone") return this.imports.summaryOf(stored);
    const subject = subjectOf(slug, stored.id);
    const work = async (): Promise<void> => {
      if (!(await this.records.enter(stored.id, "undone", ["done"]))) {
        throw new ProblemError("transition_not_allowed", "Only what was imported is taken back.");
      }
      const after = stored.subject === "attendees" ? await this.revoke(stored) : await this.remove(stored);
      await this.audit.record({ actor, action: "import.undo", subject, after });
    };
    if (stored.subject === "attendees") await this.changes.runUnlessArchived(edition.id, work);
    else await this.transactions.run(() => this.changes.runBeside(edition.id, work), LONGEST_MS);
    return this.imports.get(slug, id, actor);
  }

  private async revoke({ id, editionId }: StoredImport): Promise<object> {
    const { passes, crossed } = await this.attendees.revoke(editionId, id);
    await this.records.noteCrossed(id, crossed);
    return { passes, crossed };
  }

  private async remove({ id }: StoredImport): Promise<object> {
    const blockers = await this.organisations.blockers(id);
    if (blockers.count > 0) {
      const errors = blockers.names.map((name) => ({ path: "organisations", code: "in_use", message: name }));
      throw new ProblemError("in_use", inWords(blockers), { errors });
    }
    return this.organisations.undo(id);
  }
}

function inWords({ count, names }: Blockers): string {
  const others = count - names.length;
  const list = [...names, ...(others > 0 ? [`${others} more`] : [])].join(", ");
  return `${count} of its organisations were changed since, or have visits, passes or activities: ${list}.`;
}
