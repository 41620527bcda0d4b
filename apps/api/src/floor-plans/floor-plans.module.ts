import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { FloorPlansController } from "./floor-plans.controller.ts";
import { FloorPlansRepository } from "./floor-plans.repository.ts";
import { FloorPlansService } from "./floor-plans.service.ts";
import { PlanBackgroundsService } from "./plan-backgrounds.service.ts";

@Module({
  imports: [EditionsModule],
  controllers: [FloorPlansController],
  providers: [FloorPlansRepository, FloorPlansService, PlanBackgroundsService],
  exports: [FloorPlansService],
})
export class FloorPlansModule {}
