import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { FloorPlansModule } from "../floor-plans/floor-plans.module.ts";
import { OperatorsModule } from "../operators/operators.module.ts";
import { OrganisationsModule } from "../organisations/organisations.module.ts";
import { PassesModule } from "../passes/passes.module.ts";
import { VisitsModule } from "../visits/visits.module.ts";
import { ProgrammeModule } from "../programme/programme.module.ts";
import { SampleDataService } from "./sample-data.service.ts";
import { SampleGroups } from "./sample-groups.ts";

@Module({
  imports: [
    EditionsModule,
    FloorPlansModule,
    OperatorsModule,
    OrganisationsModule,
    PassesModule,
    ProgrammeModule,
    VisitsModule,
  ],
  providers: [SampleDataService, SampleGroups],
  exports: [SampleDataService],
})
export class SampleDataModule {}
