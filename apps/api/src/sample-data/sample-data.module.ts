import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { OperatorsModule } from "../operators/operators.module.ts";
import { OrganisationsModule } from "../organisations/organisations.module.ts";
import { PassesModule } from "../passes/passes.module.ts";
import { SampleDataService } from "./sample-data.service.ts";

@Module({
  imports: [EditionsModule, OperatorsModule, OrganisationsModule, PassesModule],
  providers: [SampleDataService],
  exports: [SampleDataService],
})
export class SampleDataModule {}
