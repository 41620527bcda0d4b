import { Module } from "@nestjs/common";
import { DevicesModule } from "../devices/devices.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { ExaminationsModule } from "../examinations/examinations.module.ts";
import { CountsAtRepository } from "./counts-at.repository.ts";
import { CountsAtService } from "./counts-at.service.ts";
import { CountsController } from "./counts.controller.ts";
import { CountsRepository } from "./counts.repository.ts";
import { CountsService } from "./counts.service.ts";
import { HistoryRepository } from "./history.repository.ts";
import { HistoryService } from "./history.service.ts";
import { RecountMinutes } from "./recount-minutes.ts";
import { SettledDaysController } from "./settled-days.controller.ts";
import { SettledDaysRepository } from "./settled-days.repository.ts";
import { SettledDaysService } from "./settled-days.service.ts";
import { ZoneRows } from "./zone-rows.ts";

@Module({
  imports: [DevicesModule, EditionsModule, ExaminationsModule],
  controllers: [CountsController, SettledDaysController],
  providers: [
    CountsAtRepository,
    CountsAtService,
    CountsRepository,
    CountsService,
    HistoryRepository,
    HistoryService,
    RecountMinutes,
    SettledDaysRepository,
    SettledDaysService,
    ZoneRows,
  ],
  exports: [CountsService, HistoryService, ZoneRows],
})
export class CountsModule {}
