import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { BroadcastReceiptsRepository } from "./broadcast-receipts.repository.ts";
import { BroadcastsController } from "./broadcasts.controller.ts";
import { BroadcastsRepository } from "./broadcasts.repository.ts";
import { BroadcastsService } from "./broadcasts.service.ts";
import { ShowingController } from "./showing.controller.ts";
import { ShowingRepository } from "./showing.repository.ts";
import { ShowingService } from "./showing.service.ts";
import { SiteHoldController } from "./site-hold.controller.ts";
import { SiteHoldRepository } from "./site-hold.repository.ts";
import { SiteHoldService } from "./site-hold.service.ts";

@Module({
  imports: [EditionsModule],
  controllers: [BroadcastsController, ShowingController, SiteHoldController],
  providers: [
    BroadcastReceiptsRepository,
    BroadcastsRepository,
    BroadcastsService,
    ShowingRepository,
    ShowingService,
    SiteHoldRepository,
    SiteHoldService,
  ],
  exports: [ShowingService],
})
export class SteeringModule {}
