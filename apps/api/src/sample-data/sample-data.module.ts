import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { OperatorsModule } from "../operators/operators.module.ts";
import { PassesModule } from "../passes/passes.module.ts";
import { SampleDataService } from "./sample-data.service.ts";

@Module({
  imports: [EditionsModule, OperatorsModule, PassesModule],
  providers: [SampleDataService],
  exports: [SampleDataService],
})
export class SampleDataModule {}
