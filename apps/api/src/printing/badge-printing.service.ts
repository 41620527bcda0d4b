import type { PrintQuery } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { EditionAccess } from "../editions/edition-access.ts";
import { AccreditationsService } from "../media/accreditations.service.ts";
import { PassesRepository } from "../passes/passes.repository.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { PassDocuments } from "./pass-documents.ts";
import type { PrintedDocument } from "./printing.service.ts";

/** Badges of journalists, with their names. */
@Injectable()
export class BadgePrintingService {
  constructor(
    private readonly documents: PassDocuments,
    private readonly accreditations: AccreditationsService,
    private readonly passes: PassesRepository,
    private readonly access: EditionAccess,
  ) {}

  /** Without a name where it was purged. Throws `not_found`, `pass_revoked`, `overloaded`. */
  async badge(slug: string, id: string, { locale }: PrintQuery, actor: Actor): Promise<PrintedDocument> {
    const edition = await this.access.find(slug, actor);
    const { passCode, holder, duty, revokedAt } = await this.accreditations.get(slug, id, actor);
    if (revokedAt !== null) throw new ProblemError("pass_revoked", "This accreditation has ended.");
    const stored = await this.passes.find(edition.id, passCode);
    const named = holder === null ? undefined : { holder, ...(duty !== null && { role: duty }) };
    const holders = new Map(named === undefined ? [] : [[passCode, named]]);
    const pdf = await this.documents.set("pass-badge", edition.id, [stored], locale, holders);
    return { pdf, fileName: `${slug}-accreditation-${passCode}-${locale}.pdf` };
  }
}
