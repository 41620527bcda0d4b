import { Readable } from "node:stream";
import {
  type ExportList,
  type ExportSummary,
  MAX_EXPORTS_KEPT,
  type NewExport,
  type PageQuery,
  uuid,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, nameOf } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { ExportMaking } from "./export-making.ts";
import { exportOrder, ExportsRepository, type StoredExport } from "./exports.repository.ts";
import { refuseUnknown } from "./refuse-unknown.ts";
import { toSummary } from "./to-summary.ts";

export interface ExportedFile {
  summary: ExportSummary;
  /** As it is stored: texts are gzipped. */
  content: Readable;
}

/** Files of the ledger and of counts: asked for here, made in the background. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly making: ExportMaking,
    private readonly access: EditionAccess,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /** Throws `invalid`, `too_many_exports`. */
  async create(slug: string, given: NewExport, actor: Actor): Promise<ExportSummary> {
    const edition = await this.access.find(slug, actor);
    refuseUnknown(edition, given);
    const id = uuidv7();
    const stored = await this.transactions.run(async () => {
      const createdBy = idOf(actor);
      await this.keepWithinQuota(createdBy);
      const latest = await this.exports.versionOf(edition.id);
      const version = Math.min(given.version ?? latest, latest);
      const made = { id, editionId: edition.id, request: given, version, createdBy, madeBy: nameOf(actor) };
      const created = await this.exports.create(made);
      await this.audit.record({
        actor,
        action: "export.create",
        subject: subjectOf(slug, id),
        after: { ...given, version },
      });
      return created;
    });
    await this.making.begin();
    return toSummary(edition.slug, stored, (await this.exports.queue()).get(id));
  }

  /** The latest first. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<ExportList> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, exportOrder);
    const rows = await this.exports.list(edition.id, { after, limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit, ({ createdAt, id }) => ({
      createdAt: createdAt.toISOString(),
      id,
    }));
    const queue = await this.exports.queue();
    return {
      items: items.map((row) => toSummary(edition.slug, row, queue.get(row.id))),
      nextCursor,
      quota: { kept: await this.exports.countOf(idOf(actor)), most: MAX_EXPORTS_KEPT },
    };
  }

  async get(slug: string, id: string, actor: Actor): Promise<ExportSummary> {
    return this.summary(await this.access.find(slug, actor), id);
  }

  /** One that has ended stays as it is. */
  async cancel(slug: string, id: string, actor: Actor): Promise<ExportSummary> {
    const edition = await this.access.find(slug, actor);
    const stored = await this.find(edition, id);
    await this.transactions.run(async () => {
      if (await this.exports.end(stored.id, "cancelled", null)) {
        await this.audit.record({ actor, action: "export.cancel", subject: subjectOf(slug, stored.id) });
      }
    });
    await this.making.begin();
    return this.summary(edition, id);
  }

  /**
   * It counts among those of whoever asked for it first, and is made in its old turn. Throws `transition_not_allowed`
   * for one that has not ended or is done, `too_many_exports`.
   */
  async retry(slug: string, id: string, actor: Actor): Promise<ExportSummary> {
    const edition = await this.access.find(slug, actor);
    const stored = await this.find(edition, id);
    await this.transactions.run(async () => {
      await this.keepWithinQuota(stored.createdBy);
      if (!(await this.exports.beginAgain(stored.id))) {
        throw new ProblemError("transition_not_allowed", "Only an export that failed or was stopped is made again.");
      }
      await this.audit.record({ actor, action: "export.retry", subject: subjectOf(slug, stored.id) });
    });
    await this.making.begin();
    return this.summary(edition, id);
  }

  async remove(slug: string, id: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    const stored = await this.find(edition, id);
    await this.transactions.run(async () => {
      if (await this.exports.remove(stored.id)) {
        await this.audit.record({ actor, action: "export.remove", subject: subjectOf(slug, stored.id) });
      }
    });
    await this.making.begin();
  }

  /** Throws `transition_not_allowed` where it is not done: there is no part of a file. */
  async file(slug: string, id: string, actor: Actor): Promise<ExportedFile> {
    const edition = await this.access.find(slug, actor);
    const stored = await this.find(edition, id);
    if (stored.state !== "done") {
      throw new ProblemError("transition_not_allowed", `There is no file: the export is ${stored.state}.`);
    }
    await this.audit.record({ actor, action: "export.download", subject: subjectOf(slug, stored.id) });
    return {
      summary: toSummary(edition.slug, stored, undefined),
      content: Readable.from(this.chunks(stored.id), { objectMode: false }),
    };
  }

  private async *chunks(id: string): AsyncGenerator<Uint8Array> {
    for (let place = 0; ; place += 1) {
      const chunk = await this.exports.chunk(id, place);
      if (chunk !== undefined) yield chunk;
      // Removed while it was on its way: the end that is missing tells it from a whole file.
      else if ((await this.exports.find(id)) === undefined) throw new Error("The export was removed.");
      else return;
    }
  }

  /** Throws `too_many_exports`. */
  private async keepWithinQuota(createdBy: string | null): Promise<void> {
    await this.exports.holdCount(createdBy);
    if ((await this.exports.countOf(createdBy)) < MAX_EXPORTS_KEPT) return;
    throw new ProblemError("too_many_exports", `At most ${MAX_EXPORTS_KEPT} are kept for you: remove one first.`);
  }

  private async summary(edition: EditionConfiguration, id: string): Promise<ExportSummary> {
    const stored = await this.find(edition, id);
    return toSummary(edition.slug, stored, (await this.exports.queue()).get(stored.id));
  }

  private async find(edition: EditionConfiguration, id: string): Promise<StoredExport> {
    const stored = uuid.safeParse(id).success ? await this.exports.find(id) : undefined;
    if (stored?.editionId !== edition.id) throw new ProblemError("not_found", "This edition has no such export.");
    return stored;
  }
}

const idOf = (actor: Actor): string | null => (actor.kind === "system" ? null : actor.id);
const subjectOf = (slug: string, id: string): string => `export ${slug}/${id}`;
