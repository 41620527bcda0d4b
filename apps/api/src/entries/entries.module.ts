import { Module } from "@nestjs/common";
import { AuditModule } from "../audit/audit.module.ts";
import { CountsModule } from "../counts/counts.module.ts";
import { DevicesModule } from "../devices/devices.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { KnownPassesModule } from "../passes/known-passes.module.ts";
import { AskDesk } from "./ask-desk.ts";
import { BatchCommitter } from "./batch-committer.ts";
import { ConflictsController } from "./conflicts.controller.ts";
import { ConflictsRepository } from "./conflicts.repository.ts";
import { ConflictsService } from "./conflicts.service.ts";
import { CorrectionsController } from "./corrections.controller.ts";
import { CorrectionsRepository } from "./corrections.repository.ts";
import { CorrectionsService } from "./corrections.service.ts";
import { DayResets } from "./day-resets.ts";
import { EditionHolds } from "./edition-hold.repository.ts";
import { EntriesService } from "./entries.service.ts";
import { LedgerListingRepository } from "./ledger-listing.repository.ts";
import { LedgerRepository } from "./ledger.repository.ts";
import { StandingCrossingsRepository } from "./standing-crossings.repository.ts";
import { RecordedBefore } from "./recorded-before.ts";
import { RecordedItemsRepository } from "./recorded-items.repository.ts";
import { RecoveredEntriesController } from "./recovered-entries.controller.ts";
import { RecoveredEntriesService } from "./recovered-entries.service.ts";
import { RefusedAsksRepository } from "./refused-asks.repository.ts";
import { ShownPasses } from "./shown-passes.ts";
import { ZoneRoomRepository } from "./zone-room.repository.ts";

@Module({
  imports: [AuditModule, CountsModule, DevicesModule, EditionsModule, KnownPassesModule],
  controllers: [CorrectionsController, ConflictsController, RecoveredEntriesController],
  providers: [
    AskDesk,
    BatchCommitter,
    ConflictsRepository,
    ConflictsService,
    CorrectionsRepository,
    CorrectionsService,
    DayResets,
    EditionHolds,
    EntriesService,
    LedgerListingRepository,
    LedgerRepository,
    StandingCrossingsRepository,
    RecordedBefore,
    RecordedItemsRepository,
    RecoveredEntriesService,
    RefusedAsksRepository,
    ShownPasses,
    ZoneRoomRepository,
  ],
  exports: [ConflictsService, EntriesService, LedgerListingRepository],
})
export class EntriesModule {}
