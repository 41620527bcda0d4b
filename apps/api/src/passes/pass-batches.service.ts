import { type NewPassBatch, type Page, type PageQuery, type PassBatch, uuid } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { issuerOf } from "./issuer-of.ts";
import { PassBatchMaker } from "./pass-batch-maker.ts";
import { batchOrder, PassBatchesRepository } from "./pass-batches.repository.ts";
import { draftOf } from "./pass-draft.ts";
import { PassIssuer } from "./pass-issuer.ts";
import { PassKeysService } from "./pass-keys.service.ts";
import { PassesRepository } from "./passes.repository.ts";

/** Many passes of one sort, made in the background. */
@Injectable()
export class PassBatchesService {
  constructor(
    private readonly batches: PassBatchesRepository,
    private readonly passes: PassesRepository,
    private readonly maker: PassBatchMaker,
    private readonly issuer: PassIssuer,
    private readonly keys: PassKeysService,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /** The latest first. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<PassBatch>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, batchOrder);
    const rows = await this.batches.list(edition.id, { after, limit: limit + 1 });
    return pageOf(rows, limit, ({ createdAt, id }) => ({ createdAt, id }));
  }

  async get(slug: string, id: string, actor: Actor): Promise<PassBatch> {
    return this.find(await this.access.find(slug, actor), id);
  }

  /** Throws `invalid`, `edition_archived`, `no_signing_key`. */
  async create(slug: string, { count, ...given }: NewPassBatch, actor: Actor): Promise<PassBatch> {
    const edition = await this.access.find(slug, actor);
    const draft = draftOf(given, edition, Date.now());
    await this.keys.begin(edition.id);
    const id = uuidv7();
    const batch = await this.transactions.run(async () => {
      await this.issuer.check(edition.id);
      await this.issuer.checkOrganisation(edition.id, draft.organisationId);
      const created = await this.batches.create({
        id,
        editionId: edition.id,
        draft,
        count,
        createdBy: issuerOf(actor),
      });
      const { kind, category, label } = created;
      const after = { kind, category, count, ...(label !== null && { label }) };
      await this.audit.record({ actor, action: "pass-batch.create", subject: subjectOf(slug, id), after });
      return created;
    });
    await this.maker.begin(id);
    return batch;
  }

  /** One that is no longer made stays as it is. */
  async cancel(slug: string, id: string, actor: Actor): Promise<PassBatch> {
    const edition = await this.access.find(slug, actor);
    const { id: batchId } = await this.find(edition, id);
    return this.transactions.run(async () => {
      if (await this.batches.enter(batchId, "cancelled", ["running"])) {
        await this.audit.record({ actor, action: "pass-batch.cancel", subject: subjectOf(slug, batchId) });
      }
      return this.find(edition, id);
    });
  }

  /** Throws `batch_running`. Once is as good as twice. */
  async revoke(slug: string, id: string, reason: string, actor: Actor): Promise<PassBatch> {
    const edition = await this.access.find(slug, actor);
    const { id: batchId } = await this.find(edition, id);
    return this.changes.run(edition.id, async () => {
      if (await this.batches.enter(batchId, "revoked", ["done", "cancelled", "failed"])) {
        const passes = await this.passes.revoke(edition.id, { batchId }, reason);
        const after = { reason, passes };
        await this.audit.record({ actor, action: "pass-batch.revoke", subject: subjectOf(slug, batchId), after });
      }
      const batch = await this.find(edition, id);
      if (batch.state === "running") throw new ProblemError("batch_running", "Cancel it first, or wait.");
      return batch;
    });
  }

  private async find(edition: EditionConfiguration, id: string): Promise<PassBatch> {
    const batch = uuid.safeParse(id).success ? await this.batches.get(edition.id, id) : undefined;
    if (batch === undefined) throw new ProblemError("not_found", "This edition has no such batch.");
    return batch;
  }
}

const subjectOf = (slug: string, id: string): string => `pass-batch ${slug}/${id}`;
