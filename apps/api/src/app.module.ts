import { type DynamicModule, Module } from "@nestjs/common";
import { AlertsModule } from "./alerts/alerts.module.ts";
import { AttendanceModule } from "./attendance/attendance.module.ts";
import { AuditModule } from "./audit/audit.module.ts";
import { CopyingModule } from "./copying/copying.module.ts";
import { CommuniqueModule } from "./communique/communique.module.ts";
import { CountsModule } from "./counts/counts.module.ts";
import { DevicesModule } from "./devices/devices.module.ts";
import { EditionsModule } from "./editions/editions.module.ts";
import { EntriesModule } from "./entries/entries.module.ts";
import { ExaminationsModule } from "./examinations/examinations.module.ts";
import { ExportsModule } from "./exports/exports.module.ts";
import { FloorPlansModule } from "./floor-plans/floor-plans.module.ts";
import { ImportsModule } from "./imports/imports.module.ts";
import { LiveModule } from "./live/live.module.ts";
import { MediaModule } from "./media/media.module.ts";
import { OperatorsModule } from "./operators/operators.module.ts";
import { OrganisationPapersModule } from "./organisation-papers/organisation-papers.module.ts";
import { OrganisationsModule } from "./organisations/organisations.module.ts";
import { OutlookModule } from "./outlook/outlook.module.ts";
import { PassesModule } from "./passes/passes.module.ts";
import { PeopleModule } from "./people/people.module.ts";
import { PersonalDataModule } from "./personal-data/personal-data.module.ts";
import type { Configuration } from "./platform/configuration.ts";
import { JobsModule } from "./platform/jobs/jobs.module.ts";
import { PlatformModule } from "./platform/platform.module.ts";
import { PrintingModule } from "./printing/printing.module.ts";
import { PublicCounterModule } from "./public-counter/public-counter.module.ts";
import { ProgrammeModule } from "./programme/programme.module.ts";
import { ReachModule } from "./reach/reach.module.ts";
import { ReportHistoryModule } from "./made-reports/report-history.module.ts";
import { ReportSchedulesModule } from "./report-schedules/report-schedules.module.ts";
import { ReportsModule } from "./reports/reports.module.ts";
import { SampleDataModule } from "./sample-data/sample-data.module.ts";
import { SteeringModule } from "./steering/steering.module.ts";
import { VisitsModule } from "./visits/visits.module.ts";
import { WebhooksModule } from "./webhooks/webhooks.module.ts";

@Module({})
export class AppModule {
  static with(configuration: Configuration): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(configuration),
        AlertsModule,
        AttendanceModule,
        AuditModule,
        CopyingModule,
        CommuniqueModule,
        CountsModule,
        DevicesModule,
        EditionsModule,
        EntriesModule,
        ExaminationsModule,
        ExportsModule,
        FloorPlansModule,
        ImportsModule,
        JobsModule,
        LiveModule,
        MediaModule,
        OperatorsModule,
        OrganisationPapersModule,
        OrganisationsModule,
        OutlookModule,
        PassesModule,
        PeopleModule,
        PersonalDataModule,
        PrintingModule,
        PublicCounterModule,
        ProgrammeModule,
        ReachModule,
        ReportHistoryModule,
        ReportSchedulesModule,
        ReportsModule,
        SampleDataModule,
        SteeringModule,
        VisitsModule,
        WebhooksModule,
      ],
    };
  }
}
