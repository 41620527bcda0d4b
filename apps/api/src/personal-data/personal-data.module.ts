import { Module } from "@nestjs/common";
import { PersonalDataPurge } from "./personal-data-purge.ts";
import { PersonalDataRepository } from "./personal-data.repository.ts";

@Module({
  providers: [PersonalDataPurge, PersonalDataRepository],
  exports: [PersonalDataPurge],
})
export class PersonalDataModule {}
