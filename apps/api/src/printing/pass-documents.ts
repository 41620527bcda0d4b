import type { DocumentLocale } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { DocumentTemplate } from "../documents/document-request.ts";
import { Documents } from "../documents/documents.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { ZonesRepository } from "../editions/zones.repository.ts";
import { PassTokens } from "../passes/pass-tokens.ts";
import type { StoredPass } from "../passes/passes.repository.ts";
import { type BadgeHolder, passDocument } from "./pass-document.ts";

const MOST_ZONES = 1000;

/** Brings together what a document of passes shows, and has it set. */
@Injectable()
export class PassDocuments {
  constructor(
    private readonly documents: Documents,
    private readonly tokens: PassTokens,
    private readonly editions: EditionsService,
    private readonly zones: ZonesRepository,
  ) {}

  /** @param holders by the code of their pass. Throws `overloaded`. */
  async set(
    template: DocumentTemplate,
    editionId: number,
    passes: readonly StoredPass[],
    locale: DocumentLocale,
    holders: ReadonlyMap<string, BadgeHolder> = new Map(),
  ): Promise<Buffer> {
    const [issued, edition, zones] = await Promise.all([
      this.tokens.of(passes),
      this.editions.byId(editionId),
      this.zones.list(editionId, { after: undefined, limit: MOST_ZONES }),
    ]);
    const names = new Map(zones.map(({ zone }) => [zone.code, zone.names]));
    return this.documents.renderPdf(template, passDocument(issued, edition, names, locale, holders));
  }
}
