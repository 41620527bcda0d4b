import { Injectable } from "@nestjs/common";
import { type ApiToken, type NewApiToken, type Page, type PageQuery, uuid } from "@abwab/contract";
import { v7 as uuidv7 } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { type Actor, refuseBound } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { hashSecretToken, newSecretToken } from "../platform/secret-token.ts";
import { Transactions } from "../platform/transactions.ts";
import { ApiTokensRepository, type ListedToken } from "./api-tokens.repository.ts";
import { codesOf, idsOf } from "./scopes.ts";

@Injectable()
export class ApiTokensService {
  constructor(
    private readonly tokens: ApiTokensRepository,
    private readonly directory: EditionDirectory,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  async list({ limit, cursor }: PageQuery, actor: Actor): Promise<Page<ApiToken>> {
    refuseBound(actor);
    const after = readCursor(cursor, uuid);
    const page = pageOf(await this.tokens.list({ after, limit: limit + 1 }), limit, (token) => token.id);
    return { ...page, items: await Promise.all(page.items.map((token) => this.shown(token))) };
  }

  /** The secret is in the answer and nowhere else. Throws `not_found` for an unknown edition. */
  async create(wanted: NewApiToken, actor: Actor): Promise<{ id: string; token: string }> {
    refuseBound(actor);
    const { name, role, edition: slug, zones, expiresAt } = wanted;
    if (expiresAt !== undefined && Date.parse(expiresAt) <= Date.now()) {
      const message = "must be in the future";
      throw new ProblemError("invalid", `expiresAt: ${message}`, {
        errors: [{ path: "expiresAt", code: "past", message }],
      });
    }
    if (zones !== undefined && slug === undefined) {
      const message = "are of an edition: name it";
      throw new ProblemError("invalid", `zones: ${message}`, {
        errors: [{ path: "zones", code: "edition_missing", message }],
      });
    }
    const edition = slug === undefined ? undefined : await this.directory.bySlug(slug);
    const zoneIds = zones === undefined || edition === undefined ? null : idsOf(edition, zones);
    const id = uuidv7();
    const token = newSecretToken("api");
    await this.transactions.run(async () => {
      await this.tokens.create({
        id,
        name,
        role,
        tokenHash: Buffer.from(hashSecretToken(token)),
        editionId: edition?.id ?? null,
        zoneIds,
        expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
      });
      await this.audit.record({ actor, action: "api-token.create", subject: `api-token ${id}`, after: wanted });
    });
    return { id, token };
  }

  private async shown({ editionId, zoneIds, ...token }: ListedToken): Promise<ApiToken> {
    const edition = editionId === null ? undefined : await this.directory.byId(editionId);
    return { ...token, zones: zoneIds === null || edition === undefined ? null : codesOf(edition, zoneIds) };
  }

  async remove(id: string, actor: Actor): Promise<void> {
    refuseBound(actor);
    await this.transactions.run(async () => {
      const name = uuid.safeParse(id).success ? await this.tokens.remove(id) : undefined;
      if (name === undefined) throw new ProblemError("not_found", "There is no such token.");
      await this.audit.record({ actor, action: "api-token.remove", subject: `api-token ${id}`, before: { name } });
    });
  }
}
