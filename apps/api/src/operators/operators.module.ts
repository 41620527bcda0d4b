import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { PassesModule } from "../passes/passes.module.ts";
import { OperatorsController } from "./operators.controller.ts";
import { OperatorsRepository } from "./operators.repository.ts";
import { OperatorsService } from "./operators.service.ts";

@Module({
  imports: [EditionsModule, PassesModule],
  controllers: [OperatorsController],
  providers: [OperatorsRepository, OperatorsService],
  exports: [OperatorsRepository, OperatorsService],
})
export class OperatorsModule {}
