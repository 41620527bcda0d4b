import {
  CONFIRMATIONS_PER_DOCUMENT,
  type ConfirmationsQuery,
  type DayListQuery,
  type PrintQuery,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { EditionAccess } from "../editions/edition-access.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { VisitReader } from "../visits/visit-reader.ts";
import { VisitsRepository } from "../visits/visits.repository.ts";
import { filterOf, VisitsService } from "../visits/visits.service.ts";
import { wrongInput } from "../visits/wrong-input.ts";
import type { PrintedDocument, PrintedPart } from "./printing.service.ts";
import { VisitDocuments } from "./visit-documents.ts";

/** Groups of one list: more are listed zone by zone. */
const MOST_LISTED = 2_000;

/** Papers of group visits: confirmations with the group pass, and lists for the gates. */
@Injectable()
export class VisitsPrintingService {
  constructor(
    private readonly documents: VisitDocuments,
    private readonly service: VisitsService,
    private readonly visits: VisitsRepository,
    private readonly reader: VisitReader,
    private readonly access: EditionAccess,
  ) {}

  /** Throws `not_found`, `transition_not_allowed` for a visit without a pass that is good, `overloaded`. */
  async visit(slug: string, id: string, { locale }: PrintQuery, actor: Actor): Promise<PrintedDocument> {
    const edition = await this.access.find(slug, actor);
    const visit = await this.service.get(slug, id, actor);
    if (visit.passCode === null) {
      throw new ProblemError(
        "transition_not_allowed",
        "Its pass is good no more: the visit was cancelled, or the pass revoked.",
      );
    }
    const pdf = await this.documents.confirmations(edition, [visit], locale);
    await this.visits.setPrinted([visit.id]);
    return { pdf, fileName: `${slug}-visit-${visit.passCode}-${locale}.pdf` };
  }

  /** In the order of their hours; those that were cancelled are left out. Throws `not_found`, `overloaded`. */
  async confirmations(
    slug: string,
    { part, locale, province, day }: ConfirmationsQuery,
    actor: Actor,
  ): Promise<PrintedPart> {
    const edition = await this.access.find(slug, actor);
    const filter = { ...filterOf(edition, { province, day }), cancelled: false };
    const count = await this.visits.count(edition.id, filter);
    const parts = Math.ceil(count / CONFIRMATIONS_PER_DOCUMENT);
    if (part > parts) throw new ProblemError("not_found", `Parts of these confirmations: ${parts}.`);
    const stored = await this.visits.part(edition.id, filter, {
      skip: (part - 1) * CONFIRMATIONS_PER_DOCUMENT,
      take: CONFIRMATIONS_PER_DOCUMENT,
    });
    const good = (await this.reader.read(edition, stored)).filter(({ passCode }) => passCode !== null);
    if (good.length === 0) throw new ProblemError("not_found", "Every pass of this part has been revoked.");
    const pdf = await this.documents.confirmations(edition, good, locale);
    await this.visits.setPrinted(good.map(({ id }) => id));
    const which = [province, day].filter((word) => word !== undefined).join("-") || "all";
    return { pdf, parts, fileName: `${slug}-visits-${which}-${part}-of-${parts}-${locale}.pdf` };
  }

  /** Throws `overloaded`, and `invalid` where there are more groups than a list takes. */
  async dayList(slug: string, { day, zone, locale }: DayListQuery, actor: Actor): Promise<PrintedDocument> {
    const edition = await this.access.find(slug, actor);
    const filter = { ...filterOf(edition, { day, zone }), cancelled: false };
    const stored = await this.visits.list(edition.id, filter, { after: undefined, limit: MOST_LISTED + 1 });
    if (stored.length > MOST_LISTED) {
      throw wrongInput("zone", "too_many", `More than ${MOST_LISTED} groups: print the list zone by zone.`);
    }
    const visits = await this.reader.read(edition, stored);
    const pdf = await this.documents.dayList(edition, visits, { day, zone }, locale);
    const which = zone === undefined ? day : `${day}-${zone}`;
    return { pdf, fileName: `${slug}-groups-${which}-${locale}.pdf` };
  }
}
