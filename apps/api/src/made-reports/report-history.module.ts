import { Module } from "@nestjs/common";
import { CommuniqueModule } from "../communique/communique.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { ReportsModule } from "../reports/reports.module.ts";
import { MadeReportsModule } from "./made-reports.module.ts";
import { ReportHistoryController } from "./report-history.controller.ts";
import { ReportHistoryService } from "./report-history.service.ts";

/** Reports that were made, and made again. */
@Module({
  imports: [CommuniqueModule, EditionsModule, MadeReportsModule, ReportsModule],
  controllers: [ReportHistoryController],
  providers: [ReportHistoryService],
})
export class ReportHistoryModule {}
