import { type ImportMapping, type Page, type PageQuery, uuid } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { ImportMappingsRepository, mappingOrder } from "./import-mappings.repository.ts";

/** How lists with certain columns were read: used the next time, until it is forgotten. */
@Injectable()
export class ImportMappingsService {
  constructor(
    private readonly mappings: ImportMappingsRepository,
    private readonly access: EditionAccess,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /** Used last, listed first. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<ImportMapping>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, mappingOrder);
    const mappings = await this.mappings.list(edition.id, { after, limit: limit + 1 });
    return pageOf(mappings, limit, ({ usedAt, id }) => ({ usedAt, id }));
  }

  async forget(slug: string, id: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    await this.transactions.run(async () => {
      const known = uuid.safeParse(id).success ? await this.mappings.forget(edition.id, id) : undefined;
      if (known === undefined) throw new ProblemError("not_found", "This edition has no such mapping.");
      const before = { titles: known.titles, fields: known.fields };
      await this.audit.record({
        actor,
        action: "import-mapping.forget",
        subject: `import-mapping ${slug}/${id}`,
        before,
      });
    });
  }
}
