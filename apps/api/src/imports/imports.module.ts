import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { ImportMappingsController } from "./import-mappings.controller.ts";
import { ImportMappingsRepository } from "./import-mappings.repository.ts";
import { ImportMappingsService } from "./import-mappings.service.ts";
import { ImportReading } from "./import-reading.ts";
import { ImportRowsRepository } from "./import-rows.repository.ts";
import { ImportRowsService } from "./import-rows.service.ts";
import { ImportTurnsRepository } from "./import-turns.repository.ts";
import { ImportsController } from "./imports.controller.ts";
import { ImportsRepository } from "./imports.repository.ts";
import { ImportsService } from "./imports.service.ts";
import { KnownOrganisationsRepository } from "./known-organisations.repository.ts";

@Module({
  imports: [EditionsModule],
  controllers: [ImportsController, ImportMappingsController],
  providers: [
    ImportMappingsRepository,
    ImportMappingsService,
    ImportReading,
    ImportRowsRepository,
    ImportRowsService,
    ImportTurnsRepository,
    ImportsRepository,
    ImportsService,
    KnownOrganisationsRepository,
  ],
})
export class ImportsModule {}
