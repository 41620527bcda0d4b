import { Module } from "@nestjs/common";
import { CountsModule } from "../counts/counts.module.ts";
import { DevicesModule } from "../devices/devices.module.ts";
import { DocumentsModule } from "../documents/documents.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { DayReport } from "./day-report.ts";
import { EditionReading } from "./edition-reading.ts";
import { EditionReport } from "./edition-report.ts";
import { ReportFiguresRepository } from "./report-figures.repository.ts";
import { ReportKinds } from "./report-kinds.ts";
import { ReportSubjects } from "./report-subjects.ts";
import { ReportsController } from "./reports.controller.ts";
import { ReportsService } from "./reports.service.ts";

/** What administrators export of the figures to print. */
@Module({
  imports: [CountsModule, DevicesModule, DocumentsModule, EditionsModule],
  controllers: [ReportsController],
  providers: [
    DayReport,
    EditionReading,
    EditionReport,
    ReportFiguresRepository,
    ReportKinds,
    ReportSubjects,
    ReportsService,
  ],
  exports: [EditionReading, ReportsService],
})
export class ReportsModule {}
