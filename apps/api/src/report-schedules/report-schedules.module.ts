import { Module } from "@nestjs/common";
import { CommuniqueModule } from "../communique/communique.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { MailModule } from "../mail/mail.module.ts";
import { ReportsModule } from "../reports/reports.module.ts";
import { WebhooksModule } from "../webhooks/webhooks.module.ts";
import { LetterSender } from "./letter-sender.ts";
import { LettersRepository } from "./letters.repository.ts";
import { ReportSchedulesController } from "./report-schedules.controller.ts";
import { ReportSchedulesRepository } from "./report-schedules.repository.ts";
import { ReportSchedulesService } from "./report-schedules.service.ts";
import { SendingMaker } from "./sending-maker.ts";
import { SendingPlanner } from "./sending-planner.ts";
import { SendingPurge } from "./sending-purge.ts";
import { SendingReport } from "./sending-report.ts";
import { SendingsRepository } from "./sendings.repository.ts";
import { SendingsService } from "./sendings.service.ts";

/** Reports that are sent by themselves. */
@Module({
  imports: [CommuniqueModule, EditionsModule, MailModule, ReportsModule, WebhooksModule],
  controllers: [ReportSchedulesController],
  providers: [
    LetterSender,
    LettersRepository,
    ReportSchedulesRepository,
    ReportSchedulesService,
    SendingMaker,
    SendingPlanner,
    SendingPurge,
    SendingReport,
    SendingsRepository,
    SendingsService,
  ],
})
export class ReportSchedulesModule {}
