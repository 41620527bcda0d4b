import { Module } from "@nestjs/common";
import { DocumentsModule } from "../documents/documents.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { MediaModule } from "../media/media.module.ts";
import { OrganisationsModule } from "../organisations/organisations.module.ts";
import { PassesModule } from "../passes/passes.module.ts";
import { VisitsModule } from "../visits/visits.module.ts";
import { CertificatesService } from "./certificates.service.ts";
import { OrganisationPapersController } from "./organisation-papers.controller.ts";
import { OrganisationReading } from "./organisation-reading.ts";
import { OrganisationReportService } from "./organisation-report.service.ts";

/** What is printed of organisations that came: certificates of attendance and reports. */
@Module({
  imports: [DocumentsModule, EditionsModule, MediaModule, OrganisationsModule, PassesModule, VisitsModule],
  controllers: [OrganisationPapersController],
  providers: [CertificatesService, OrganisationReading, OrganisationReportService],
})
export class OrganisationPapersModule {}
