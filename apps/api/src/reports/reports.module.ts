import { Module } from "@nestjs/common";
import { CountsModule } from "../counts/counts.module.ts";
import { DevicesModule } from "../devices/devices.module.ts";
import { DocumentsModule } from "../documents/documents.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { EditionReading } from "./edition-reading.ts";
import { ReportFiguresRepository } from "./report-figures.repository.ts";
import { ReportSubjects } from "./report-subjects.ts";
import { ReportsController } from "./reports.controller.ts";
import { ReportsService } from "./reports.service.ts";

/** What administrators export of the figures to print. */
@Module({
  imports: [CountsModule, DevicesModule, DocumentsModule, EditionsModule],
  controllers: [ReportsController],
  providers: [EditionReading, ReportFiguresRepository, ReportSubjects, ReportsService],
  exports: [EditionReading],
})
export class ReportsModule {}
