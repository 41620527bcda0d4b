import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { DayMinutes } from "./day-minutes.ts";
import { OutlookController } from "./outlook.controller.ts";
import { OutlookRepository } from "./outlook.repository.ts";
import { OutlookService } from "./outlook.service.ts";

@Module({
  imports: [EditionsModule],
  controllers: [OutlookController],
  providers: [DayMinutes, OutlookRepository, OutlookService],
})
export class OutlookModule {}
