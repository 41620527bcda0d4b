import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { PeopleModule } from "../people/people.module.ts";
import { ErasureRepository } from "./erasure.repository.ts";
import { PersonErasureService } from "./person-erasure.service.ts";
import { PersonFinderRepository } from "./person-finder.repository.ts";
import { PersonalDataController } from "./personal-data.controller.ts";
import { PersonalDataPurge } from "./personal-data-purge.ts";
import { PersonalDataRepository } from "./personal-data.repository.ts";
import { RecipientsRepository } from "./recipients.repository.ts";
import { TrailErasureRepository } from "./trail-erasure.repository.ts";

@Module({
  imports: [EditionsModule, PeopleModule],
  controllers: [PersonalDataController],
  providers: [
    ErasureRepository,
    PersonalDataPurge,
    PersonalDataRepository,
    PersonErasureService,
    PersonFinderRepository,
    RecipientsRepository,
    TrailErasureRepository,
  ],
  exports: [PersonalDataPurge],
})
export class PersonalDataModule {}
