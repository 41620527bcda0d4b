import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { ExaminationsRepository } from "./examinations.repository.ts";
import { Examining } from "./examining.ts";
import { FindingsRepository } from "./findings.repository.ts";

/** What the ledger says of settled days, found out in the background and kept with them. */
@Module({
  imports: [EditionsModule],
  providers: [ExaminationsRepository, Examining, FindingsRepository],
  exports: [ExaminationsRepository, Examining],
})
export class ExaminationsModule {}
