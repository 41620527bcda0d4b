import { Module } from "@nestjs/common";
import { DocumentsModule } from "../documents/documents.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { MadeReportsModule } from "../made-reports/made-reports.module.ts";
import { ReportsModule } from "../reports/reports.module.ts";
import { VisitsModule } from "../visits/visits.module.ts";
import { CommuniqueController } from "./communique.controller.ts";
import { CommuniqueReading } from "./communique-reading.ts";
import { CommuniqueRepository } from "./communique.repository.ts";
import { ComparisonService } from "./comparison.service.ts";
import { CommuniqueService } from "./communique.service.ts";

/** What is told the press, and how editions compare. */
@Module({
  imports: [DocumentsModule, EditionsModule, MadeReportsModule, ReportsModule, VisitsModule],
  controllers: [CommuniqueController],
  providers: [CommuniqueReading, CommuniqueRepository, CommuniqueService, ComparisonService],
  exports: [CommuniqueService],
})
export class CommuniqueModule {}
