import { type BodyOf, type LedgerRow, type Page, type QueryOf, routes, uuid } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { EditionAccess, refuseBeyond } from "../editions/edition-access.ts";
import { Acting } from "../platform/actor.ts";
import { Caller, CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import type { Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { type Correction, CorrectionsService, type Corrector } from "./corrections.service.ts";
import { LedgerListingRepository } from "./ledger-listing.repository.ts";

/** What people do to the ledger, and the ledger itself to read. */
@Controller()
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly access: EditionAccess,
    private readonly listing: LedgerListingRepository,
  ) {}

  @Handles(routes.voidEntry)
  async voidEntry(
    @Acting() caller: Corrector,
    @Param("id") id: string,
    @CheckedBody(routes.voidEntry) body: BodyOf<typeof routes.voidEntry>,
  ): Promise<Correction> {
    if (!uuid.safeParse(id).success) throw new ProblemError("unknown_entry", "No entry on the ledger has this id.");
    return this.corrections.voidEntry(caller, id.toLowerCase(), body.reason);
  }

  @Handles(routes.adjustZone)
  async adjust(
    @Acting() caller: Corrector,
    @Param("slug") slug: string,
    @Param("code") code: string,
    @CheckedBody(routes.adjustZone) body: BodyOf<typeof routes.adjustZone>,
  ): Promise<Correction> {
    return this.corrections.adjust(caller, slug, code, body);
  }

  @Handles(routes.recountZone)
  async recount(
    @Acting() caller: Corrector,
    @Param("slug") slug: string,
    @Param("code") code: string,
    @CheckedBody(routes.recountZone) body: BodyOf<typeof routes.recountZone>,
  ): Promise<Correction> {
    return this.corrections.recount(caller, slug, code, body);
  }

  @Handles(routes.listEntries)
  async list(
    @Caller() caller: Principal,
    @Param("slug") slug: string,
    @CheckedQuery(routes.listEntries) query: QueryOf<typeof routes.listEntries>,
  ): Promise<Page<LedgerRow>> {
    const { edition, zones } = await this.access.findPart(slug, caller);
    refuseBeyond(zones, query.zone);
    return this.listing.page(edition, query);
  }
}
