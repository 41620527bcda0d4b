import {
  type Certificate,
  CERTIFICATES_PER_DOCUMENT,
  certificateReference,
  certificateReferenceOf,
  type CertificatesQuery,
  type DocumentLocale,
  type PrintQuery,
  type Visit,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Documents } from "../documents/documents.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { OrganisationsService } from "../organisations/organisations.service.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import type { PrintedDocument, PrintedPart } from "../printing/printing.service.ts";
import { VisitReader } from "../visits/visit-reader.ts";
import { type VisitFilter, VisitsRepository } from "../visits/visits.repository.ts";
import { filterOf, VisitsService } from "../visits/visits.service.ts";
import { wrongInput } from "../visits/wrong-input.ts";
import { type Attended, certificates, hasArrived } from "./certificate-document.ts";

/** Visits looked through for those that arrived: of more a day or a province is to be named. */
const MOST_VISITS = 10_000;

/** Certificates of attendance, for whom somebody was counted at the gate. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly documents: Documents,
    private readonly editions: EditionsService,
    private readonly organisations: OrganisationsService,
    private readonly service: VisitsService,
    private readonly visits: VisitsRepository,
    private readonly reader: VisitReader,
    private readonly access: EditionAccess,
  ) {}

  /** Throws `not_found`, `nobody_arrived`, `overloaded`. */
  async visit(slug: string, id: string, { locale }: PrintQuery, actor: Actor): Promise<PrintedDocument> {
    const edition = await this.access.find(slug, actor);
    const visit = await this.service.get(slug, id, actor);
    if (!hasArrived(visit)) throw nobodyArrived();
    const pdf = await this.set(edition, [attendedBy(visit)], locale);
    return { pdf, fileName: `${slug}-certificate-${certificateReferenceOf(visit.id)}-${locale}.pdf` };
  }

  /** All its days on one page. Throws `not_found`, `nobody_arrived`, `overloaded`. */
  async organisation(slug: string, id: string, { locale }: PrintQuery, actor: Actor): Promise<PrintedDocument> {
    const edition = await this.access.find(slug, actor);
    const organisation = await this.organisations.get(slug, id, actor);
    const visits = await this.arrived(edition, { organisation: organisation.id });
    if (visits.length === 0) throw nobodyArrived();
    const pdf = await this.set(edition, [{ organisation, visits, id: organisation.id }], locale);
    return { pdf, fileName: `${slug}-certificate-${certificateReferenceOf(organisation.id)}-${locale}.pdf` };
  }

  /** One for each visit, in the order of their hours. Throws `not_found`, `nobody_arrived`, `overloaded`. */
  async many(slug: string, { part, locale, province, day }: CertificatesQuery, actor: Actor): Promise<PrintedPart> {
    const edition = await this.access.find(slug, actor);
    const visits = await this.arrived(edition, filterOf(edition, { province, day }));
    if (visits.length === 0) throw nobodyArrived();
    const parts = Math.ceil(visits.length / CERTIFICATES_PER_DOCUMENT);
    if (part > parts) throw new ProblemError("not_found", `Parts of these certificates: ${parts}.`);
    const first = (part - 1) * CERTIFICATES_PER_DOCUMENT;
    const wanted = visits.slice(first, first + CERTIFICATES_PER_DOCUMENT);
    const pdf = await this.set(edition, wanted.map(attendedBy), locale);
    const which = [province, day].filter((word) => word !== undefined).join("-") || "all";
    return { pdf, parts, fileName: `${slug}-certificates-${which}-${part}-of-${parts}-${locale}.pdf` };
  }

  /** What the reference of a certificate leads to. Throws `not_found`. */
  async check(slug: string, given: string, actor: Actor): Promise<Certificate> {
    const edition = await this.access.find(slug, actor);
    const reference = certificateReference.safeParse(given);
    const stored = reference.success ? await this.visits.endingIn(edition.id, reference.data, MOST_VISITS) : [];
    const visits = (await this.reader.read(edition, stored)).filter(hasArrived);
    if (!reference.success || visits.length === 0) {
      throw new ProblemError("not_found", "No certificate of this edition bears this reference.");
    }
    return { reference: certificateReferenceOf(reference.data), visits };
  }

  private async arrived(edition: EditionConfiguration, filter: VisitFilter): Promise<Visit[]> {
    const stored = await this.visits.list(edition.id, filter, { after: undefined, limit: MOST_VISITS + 1 });
    if (stored.length > MOST_VISITS) {
      throw wrongInput("province", "too_many", `More than ${MOST_VISITS} visits: name a province or a day.`);
    }
    return (await this.reader.read(edition, stored)).filter(hasArrived);
  }

  private async set(
    { id, calendar }: EditionConfiguration,
    attended: readonly Attended[],
    locale: DocumentLocale,
  ): Promise<Buffer> {
    const edition = await this.editions.byId(id);
    return this.documents.renderPdf("certificate", certificates(attended, { edition, calendar }, locale));
  }
}

const attendedBy = (visit: Visit): Attended => ({ organisation: visit.organisation, visits: [visit], id: visit.id });

const nobodyArrived = (): ProblemError =>
  new ProblemError("nobody_arrived", "Nobody has been counted at the gate with their pass.");
