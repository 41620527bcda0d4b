import { Module } from "@nestjs/common";
import { CountsModule } from "../counts/counts.module.ts";
import { DevicesModule } from "../devices/devices.module.ts";
import { DocumentsModule } from "../documents/documents.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { ExaminationsModule } from "../examinations/examinations.module.ts";
import { MadeReportsModule } from "../made-reports/made-reports.module.ts";
import { ProgrammeModule } from "../programme/programme.module.ts";
import { AuditReport } from "./audit/audit-report.ts";
import { AuditReportRepository } from "./audit/audit-report.repository.ts";
import { CorrectionListRepository } from "./correction-list.repository.ts";
import { DayReport } from "./day-report.ts";
import { EditionReading } from "./edition-reading.ts";
import { EditionReport } from "./edition-report.ts";
import { ReportFiguresRepository } from "./report-figures.repository.ts";
import { ReportKinds } from "./report-kinds.ts";
import { ReportSubjects } from "./report-subjects.ts";
import { ReportsController } from "./reports.controller.ts";
import { ReportsService } from "./reports.service.ts";
import { ZoneCourses } from "./zone-courses.ts";
import { ZoneFiguresRepository } from "./zone-figures.repository.ts";
import { ZoneReport } from "./zone-report.ts";

/** What administrators export of the figures to print. */
@Module({
  imports: [
    CountsModule,
    DevicesModule,
    DocumentsModule,
    EditionsModule,
    ExaminationsModule,
    MadeReportsModule,
    ProgrammeModule,
  ],
  controllers: [ReportsController],
  providers: [
    AuditReport,
    AuditReportRepository,
    CorrectionListRepository,
    DayReport,
    EditionReading,
    EditionReport,
    ReportFiguresRepository,
    ReportKinds,
    ReportSubjects,
    ReportsService,
    ZoneCourses,
    ZoneFiguresRepository,
    ZoneReport,
  ],
  exports: [EditionReading, ReportsService],
})
export class ReportsModule {}
