import { certificateReferenceOf, type OrganisationReportQuery } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { Documents } from "../documents/documents.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import type { Actor } from "../platform/actor.ts";
import { Transactions } from "../platform/transactions.ts";
import type { PrintedDocument } from "../printing/printing.service.ts";
import { reportLanguage } from "../reports/report-language.ts";
import { OrganisationReading } from "./organisation-reading.ts";
import { organisationDocument } from "./organisation-report-document.ts";

/** The report of an organisation to print. */
@Injectable()
export class OrganisationReportService {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly documents: Documents,
    private readonly access: EditionAccess,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /** With persons' names it stands on the trail. Throws `not_found`, `overloaded`. */
  async print(
    slug: string,
    id: string,
    { locale, people }: OrganisationReportQuery,
    actor: Actor,
  ): Promise<PrintedDocument> {
    const edition = await this.access.find(slug, actor);
    const showsPeople = people === "shown";
    const facts = await this.reading.of(edition, id, actor, showsPeople);
    const pdf = await this.documents.renderPdf(
      "organisation-report",
      organisationDocument(facts, reportLanguage(locale, facts.edition)),
      facts.madeAt,
    );
    if (showsPeople) {
      const subject = `organisation ${slug}/${facts.organisation.id}`;
      await this.transactions.run(() =>
        this.audit.record({ actor, action: "organisation.print-people", subject, after: { locale } }),
      );
    }
    return { pdf, fileName: `${slug}-organisation-${certificateReferenceOf(facts.organisation.id)}-${locale}.pdf` };
  }
}
