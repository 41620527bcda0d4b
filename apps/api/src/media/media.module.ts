import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { PassesModule } from "../passes/passes.module.ts";
import { AccreditationsController } from "./accreditations.controller.ts";
import { AccreditationsRepository } from "./accreditations.repository.ts";
import { AccreditationsService } from "./accreditations.service.ts";
import { MediaActivitiesController } from "./media-activities.controller.ts";
import { MediaActivitiesRepository } from "./media-activities.repository.ts";
import { MediaActivitiesService } from "./media-activities.service.ts";
import { OutletsRepository } from "./outlets.repository.ts";

/** Accredited journalists, and what media outlets did. */
@Module({
  imports: [EditionsModule, PassesModule],
  controllers: [AccreditationsController, MediaActivitiesController],
  providers: [
    AccreditationsRepository,
    AccreditationsService,
    MediaActivitiesRepository,
    MediaActivitiesService,
    OutletsRepository,
  ],
  exports: [AccreditationsService, MediaActivitiesService],
})
export class MediaModule {}
