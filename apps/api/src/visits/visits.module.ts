import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { OrganisationsModule } from "../organisations/organisations.module.ts";
import { PassesModule } from "../passes/passes.module.ts";
import { BookingService } from "./booking.service.ts";
import { CallingDevice } from "./calling-device.ts";
import { DeviceVisitsController } from "./device-visits.controller.ts";
import { DeviceVisitsService } from "./device-visits.service.ts";
import { DistributionService } from "./distribution.service.ts";
import { RepresentedRepository } from "./represented.repository.ts";
import { RepresentedService } from "./represented.service.ts";
import { SlotsController } from "./slots.controller.ts";
import { SlotsRepository } from "./slots.repository.ts";
import { SlotsService } from "./slots.service.ts";
import { SpacesEnteredRepository } from "./spaces-entered.repository.ts";
import { VisitArrivalsRepository } from "./visit-arrivals.repository.ts";
import { VisitOrganisationsRepository } from "./visit-organisations.repository.ts";
import { VisitPasses } from "./visit-passes.ts";
import { VisitReader } from "./visit-reader.ts";
import { VisitTokens } from "./visit-tokens.ts";
import { VisitsController } from "./visits.controller.ts";
import { VisitsRepository } from "./visits.repository.ts";
import { VisitsService } from "./visits.service.ts";
import { WalkInsService } from "./walk-ins.service.ts";

/** Group visits and the slots that they are booked on. */
@Module({
  imports: [EditionsModule, OrganisationsModule, PassesModule],
  controllers: [DeviceVisitsController, SlotsController, VisitsController],
  providers: [
    BookingService,
    CallingDevice,
    DeviceVisitsService,
    DistributionService,
    RepresentedRepository,
    RepresentedService,
    SlotsRepository,
    SlotsService,
    SpacesEnteredRepository,
    VisitArrivalsRepository,
    VisitOrganisationsRepository,
    VisitPasses,
    VisitReader,
    VisitTokens,
    VisitsRepository,
    VisitsService,
    WalkInsService,
  ],
  exports: [
    BookingService,
    DistributionService,
    RepresentedRepository,
    SlotsService,
    SpacesEnteredRepository,
    VisitReader,
    VisitTokens,
    VisitsRepository,
    VisitsService,
  ],
})
export class VisitsModule {}
