import { type Page, type Pass, type PassDetail, type PassQuery, readPassCodeStart } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { PassCrossingsRepository } from "./pass-crossings.repository.ts";
import { PassTokens } from "./pass-tokens.ts";
import { passOrder, PassesRepository } from "./passes.repository.ts";

/** Passes that were issued: looked at and revoked. */
@Injectable()
export class PassesService {
  constructor(
    private readonly passes: PassesRepository,
    private readonly crossings: PassCrossingsRepository,
    private readonly tokens: PassTokens,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** The latest first. */
  async list(slug: string, { limit, cursor, search, ...filter }: PassQuery, actor: Actor): Promise<Page<Pass>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, passOrder);
    const words = search ? { codeStart: readPassCodeStart(search), label: search } : undefined;
    const rows = await this.passes.list(edition.id, { ...filter, search: words }, { after, limit: limit + 1 });
    return pageOf(
      rows.map((row) => row.pass),
      limit,
      ({ issuedAt, code }) => ({ issuedAt, code }),
    );
  }

  async get(slug: string, code: string, actor: Actor): Promise<PassDetail> {
    const edition = await this.access.find(slug, actor);
    const stored = await this.passes.find(edition.id, code);
    const [issued] = await this.tokens.of([stored]);
    if (issued === undefined) throw new Error("A pass has no token.");
    const crossings = await this.crossings.list(edition.id, stored.digest, edition.status === "draft");
    return { ...issued, crossings };
  }

  /** Kiosks hear of it at once. Once is as good as twice. */
  async revoke(slug: string, code: string, reason: string, actor: Actor): Promise<Pass> {
    const edition = await this.access.find(slug, actor);
    const stored = await this.passes.find(edition.id, code);
    if (stored.revoked) return stored.pass;
    return this.changes.run(edition.id, async () => {
      const { pass } = stored;
      const revoked = await this.passes.revoke(edition.id, { code: pass.code }, reason);
      if (revoked > 0) {
        const subject = `pass ${slug}/${pass.code}`;
        await this.audit.record({ actor, action: "pass.revoke", subject, after: { reason } });
      }
      return (await this.passes.find(edition.id, code)).pass;
    });
  }
}
