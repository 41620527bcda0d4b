import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { DuplicatesService } from "./duplicates/duplicates.service.ts";
import { KeptApartRepository } from "./duplicates/kept-apart.repository.ts";
import { GeoController } from "./geo.controller.ts";
import { MergesController } from "./merges/merges.controller.ts";
import { MergesRepository } from "./merges/merges.repository.ts";
import { MergesService } from "./merges/merges.service.ts";
import { OrganisationsController } from "./organisations.controller.ts";
import { OrganisationsRepository } from "./organisations.repository.ts";
import { OrganisationsService } from "./organisations.service.ts";
import { OrganisationIndexRepository } from "./search/organisation-index.repository.ts";
import { OrganisationSearch } from "./search/organisation-search.ts";

@Module({
  imports: [EditionsModule],
  controllers: [GeoController, OrganisationsController, MergesController],
  providers: [
    DuplicatesService,
    KeptApartRepository,
    MergesRepository,
    MergesService,
    OrganisationIndexRepository,
    OrganisationSearch,
    OrganisationsRepository,
    OrganisationsService,
  ],
  exports: [OrganisationSearch, OrganisationsRepository, OrganisationsService],
})
export class OrganisationsModule {}
