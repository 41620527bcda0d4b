import { type Certificate, type QueryOf, routes } from "@abwab/contract";
import { Controller, Header, Param, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
import { asPdf, partLinks } from "../printing/as-pdf.ts";
import { CertificatesService } from "./certificates.service.ts";
import { OrganisationReportService } from "./organisation-report.service.ts";

@Controller()
export class OrganisationPapersController {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly reports: OrganisationReportService,
  ) {}

  @Handles(routes.organisationReport)
  @Header("cache-control", "no-store")
  async report(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedQuery(routes.organisationReport) query: QueryOf<typeof routes.organisationReport>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName } = await this.reports.print(slug, id, query, actor);
    void reply.headers(asPdf(fileName));
    return pdf;
  }

  @Handles(routes.organisationCertificate)
  @Header("cache-control", "no-store")
  async organisation(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedQuery(routes.organisationCertificate) query: QueryOf<typeof routes.organisationCertificate>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName } = await this.certificates.organisation(slug, id, query, actor);
    void reply.headers(asPdf(fileName));
    return pdf;
  }

  @Handles(routes.visitCertificate)
  @Header("cache-control", "no-store")
  async visit(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedQuery(routes.visitCertificate) query: QueryOf<typeof routes.visitCertificate>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName } = await this.certificates.visit(slug, id, query, actor);
    void reply.headers(asPdf(fileName));
    return pdf;
  }

  @Handles(routes.printCertificates)
  @Header("cache-control", "no-store")
  async many(
    @Param("slug") slug: string,
    @CheckedQuery(routes.printCertificates) query: QueryOf<typeof routes.printCertificates>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName, parts } = await this.certificates.many(slug, query, actor);
    const { part, ...rest } = query;
    void reply.headers({ ...asPdf(fileName), link: partLinks(part, parts, rest) });
    return pdf;
  }

  @Handles(routes.checkCertificate)
  check(
    @Param("slug") slug: string,
    @Param("reference") reference: string,
    @Acting() actor: Actor,
  ): Promise<Certificate> {
    return this.certificates.check(slug, reference, actor);
  }
}
