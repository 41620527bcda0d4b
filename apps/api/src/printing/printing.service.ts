import { type BatchPrintQuery, PASSES_PER_DOCUMENT, type PrintQuery } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { EditionAccess } from "../editions/edition-access.ts";
import { PassBatchesService } from "../passes/pass-batches.service.ts";
import { PassesRepository } from "../passes/passes.repository.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { PassDocuments } from "./pass-documents.ts";

export interface PrintedDocument {
  pdf: Buffer;
  fileName: string;
}
export interface PrintedPart extends PrintedDocument {
  /** How many parts the whole has. */
  parts: number;
}

/** Passes to print: one, or a part of a batch. */
@Injectable()
export class PrintingService {
  constructor(
    private readonly documents: PassDocuments,
    private readonly passes: PassesRepository,
    private readonly batches: PassBatchesService,
    private readonly access: EditionAccess,
  ) {}

  /** Throws `not_found`, `pass_revoked`, `overloaded`. */
  async pass(slug: string, code: string, { locale }: PrintQuery, actor: Actor): Promise<PrintedDocument> {
    const edition = await this.access.find(slug, actor);
    const stored = await this.passes.find(edition.id, code);
    if (stored.pass.revokedAt !== null) throw new ProblemError("pass_revoked", "Print the one issued in its place.");
    const template = stored.pass.kind === "group" ? "group-pass" : "pass-badge";
    const pdf = await this.documents.set(template, edition.id, [stored], locale);
    return { pdf, fileName: `${slug}-pass-${stored.pass.code}-${locale}.pdf` };
  }

  /** Revoked passes are left out. Throws `not_found`, `batch_running`, `overloaded`. */
  async batch(slug: string, id: string, { part, locale }: BatchPrintQuery, actor: Actor): Promise<PrintedPart> {
    const edition = await this.access.find(slug, actor);
    const batch = await this.batches.get(slug, id, actor);
    if (batch.state === "running") throw new ProblemError("batch_running", "Print it when all its passes are made.");
    const parts = Math.ceil(batch.issued / PASSES_PER_DOCUMENT);
    if (part > parts) throw new ProblemError("not_found", `Parts of this batch: ${parts}.`);
    const stored = await this.passes.partOfBatch(batch.id, {
      skip: (part - 1) * PASSES_PER_DOCUMENT,
      take: PASSES_PER_DOCUMENT,
    });
    const good = stored.filter(({ pass }) => pass.revokedAt === null);
    if (good.length === 0) throw new ProblemError("not_found", "Every pass of this part has been revoked.");
    const template = batch.kind === "group" ? "group-pass" : "pass-sheet";
    const pdf = await this.documents.set(template, edition.id, good, locale);
    return { pdf, parts, fileName: `${slug}-passes-${batch.id.slice(-8)}-${part}-of-${parts}-${locale}.pdf` };
  }
}
