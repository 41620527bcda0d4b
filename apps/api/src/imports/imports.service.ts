import { type ImportSummary, type NewImportQuery, type Page, type PageQuery, uuid } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as newId } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { correctedBy } from "./corrected-by.ts";
import { ImportReading } from "./import-reading.ts";
import { ImportRowsRepository } from "./import-rows.repository.ts";
import { importOrder, ImportsRepository } from "./imports.repository.ts";
import type { ReadingCorrection } from "./reading/raw-table.ts";
import { type StoredImport, toSummary } from "./stored-import.ts";

/** Lists that were sent: read, corrected and forgotten. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly reading: ImportReading,
    private readonly access: EditionAccess,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /** The latest first. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<ImportSummary>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, importOrder);
    const stored = await this.imports.list(edition.id, { after, limit: limit + 1 });
    const decisions = await this.rows.decisions(stored.map(({ id }) => id));
    const summaries = stored.map((one) => toSummary(one, decisions.get(one.id) ?? {}));
    return pageOf(summaries, limit, ({ createdAt, id }) => ({ createdAt, id }));
  }

  async get(slug: string, id: string, actor: Actor): Promise<ImportSummary> {
    return this.summaryOf((await this.find(slug, id, actor)).stored);
  }

  /** Throws `edition_archived`. */
  async create(
    slug: string,
    { subject, fileName }: NewImportQuery,
    content: Buffer<ArrayBuffer>,
    actor: Actor,
  ): Promise<ImportSummary> {
    const edition = await this.access.find(slug, actor);
    refuseArchived(edition);
    const id = newId();
    const createdBy = actor.kind === "system" ? null : actor.id;
    const stored = await this.transactions.run(async () => {
      const created = await this.imports.create({ id, editionId: edition.id, subject, fileName, content, createdBy });
      const after = { subject, fileName, bytes: content.length };
      await this.audit.record({ actor, action: "import.create", subject: subjectOf(slug, id), after });
      return created;
    });
    await this.reading.begin(id);
    return toSummary(stored, {});
  }

  /** Throws `transition_not_allowed` once it was confirmed, `edition_archived`. */
  async change(slug: string, id: string, patch: ReadingCorrection, actor: Actor): Promise<ImportSummary> {
    const { edition, stored } = await this.find(slug, id, actor);
    refuseArchived(edition);
    await this.transactions.run(async () => {
      if (!(await this.imports.readAgain(stored.id, correctedBy(stored.correction, patch)))) {
        throw new ProblemError("transition_not_allowed", "Only a list that was not confirmed is read again.");
      }
      await this.audit.record({ actor, action: "import.change", subject: subjectOf(slug, stored.id), after: patch });
    });
    await this.reading.begin(stored.id);
    return this.get(slug, id, actor);
  }

  /** Throws `transition_not_allowed` once it was confirmed. */
  async discard(slug: string, id: string, actor: Actor): Promise<void> {
    const { stored } = await this.find(slug, id, actor);
    await this.transactions.run(async () => {
      if (!(await this.imports.enter(stored.id, "discarded", ["reading", "preview", "failed"]))) {
        throw new ProblemError("transition_not_allowed", "It was confirmed: undo it instead.");
      }
      await this.imports.remove(stored.id);
      await this.audit.record({ actor, action: "import.discard", subject: subjectOf(slug, stored.id) });
    });
  }

  async summaryOf(stored: StoredImport): Promise<ImportSummary> {
    const decisions = await this.rows.decisions([stored.id]);
    return toSummary(stored, decisions.get(stored.id) ?? {});
  }

  /** Throws `not_found`. */
  async find(slug: string, id: string, actor: Actor): Promise<{ edition: EditionConfiguration; stored: StoredImport }> {
    const edition = await this.access.find(slug, actor);
    const stored = uuid.safeParse(id).success ? await this.imports.get(edition.id, id) : undefined;
    if (stored === undefined) throw new ProblemError("not_found", "This edition has no such import.");
    return { edition, stored };
  }
}

export const subjectOf = (slug: string, id: string): string => `import ${slug}/${id}`;

export function refuseArchived({ status }: EditionConfiguration): void {
  if (status === "archived") throw new ProblemError("edition_archived", "An archived edition takes no lists.");
}
