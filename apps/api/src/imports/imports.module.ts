import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { PassesModule } from "../passes/passes.module.ts";
import { AttendeeCommitting } from "./attendee-committing.ts";
import { AttendeeRowsRepository } from "./attendee-rows.repository.ts";
import { ConfirmingService } from "./confirming.service.ts";
import { ImportCommitting } from "./import-committing.ts";
import { ImportMappingsController } from "./import-mappings.controller.ts";
import { ImportMappingsRepository } from "./import-mappings.repository.ts";
import { ImportMappingsService } from "./import-mappings.service.ts";
import { ImportPurge } from "./import-purge.ts";
import { ImportPurgeRepository } from "./import-purge.repository.ts";
import { ImportReading } from "./import-reading.ts";
import { ImportRowsRepository } from "./import-rows.repository.ts";
import { ImportRowsService } from "./import-rows.service.ts";
import { ImportTurnsRepository } from "./import-turns.repository.ts";
import { ImportedPassesService } from "./imported-passes.service.ts";
import { ImportsController } from "./imports.controller.ts";
import { ImportsRepository } from "./imports.repository.ts";
import { ImportsService } from "./imports.service.ts";
import { KnownOrganisationsRepository } from "./known-organisations.repository.ts";
import { KnownPassReferencesRepository } from "./known-pass-references.repository.ts";
import { OrganisationCommitRepository } from "./organisation-commit.repository.ts";
import { UndoingService } from "./undoing.service.ts";
import { WrongRowsService } from "./wrong-rows.service.ts";

@Module({
  imports: [EditionsModule, PassesModule],
  controllers: [ImportsController, ImportMappingsController],
  providers: [
    AttendeeCommitting,
    AttendeeRowsRepository,
    ConfirmingService,
    ImportCommitting,
    ImportMappingsRepository,
    ImportMappingsService,
    ImportPurge,
    ImportPurgeRepository,
    ImportReading,
    ImportRowsRepository,
    ImportRowsService,
    ImportTurnsRepository,
    ImportedPassesService,
    ImportsRepository,
    ImportsService,
    KnownOrganisationsRepository,
    KnownPassReferencesRepository,
    OrganisationCommitRepository,
    UndoingService,
    WrongRowsService,
  ],
})
export class ImportsModule {}
