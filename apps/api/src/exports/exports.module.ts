import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { ExportMaking } from "./export-making.ts";
import { ExportPlansRepository } from "./export-plans.repository.ts";
import { ExportPurge } from "./export-purge.ts";
import { ExportsController } from "./exports.controller.ts";
import { ExportsRepository } from "./exports.repository.ts";
import { ExportsService } from "./exports.service.ts";

@Module({
  imports: [EditionsModule],
  controllers: [ExportsController],
  providers: [ExportMaking, ExportPlansRepository, ExportPurge, ExportsRepository, ExportsService],
})
export class ExportsModule {}
