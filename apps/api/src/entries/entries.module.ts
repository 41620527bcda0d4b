import { Module } from "@nestjs/common";
import { AuditModule } from "../audit/audit.module.ts";
import { CountsModule } from "../counts/counts.module.ts";
import { DevicesModule } from "../devices/devices.module.ts";
import { AskDesk } from "./ask-desk.ts";
import { BatchCommitter } from "./batch-committer.ts";
import { CorrectionsController } from "./corrections.controller.ts";
import { CorrectionsRepository } from "./corrections.repository.ts";
import { CorrectionsService } from "./corrections.service.ts";
import { DayResets } from "./day-resets.ts";
import { EntriesService } from "./entries.service.ts";
import { LedgerListingRepository } from "./ledger-listing.repository.ts";
import { LedgerRepository } from "./ledger.repository.ts";
import { RecordedBefore } from "./recorded-before.ts";
import { RecordedItemsRepository } from "./recorded-items.repository.ts";
import { RefusedAsksRepository } from "./refused-asks.repository.ts";

@Module({
  imports: [AuditModule, CountsModule, DevicesModule],
  controllers: [CorrectionsController],
  providers: [
    AskDesk,
    BatchCommitter,
    CorrectionsRepository,
    CorrectionsService,
    DayResets,
    EntriesService,
    LedgerListingRepository,
    LedgerRepository,
    RecordedBefore,
    RecordedItemsRepository,
    RefusedAsksRepository,
  ],
  exports: [EntriesService],
})
export class EntriesModule {}
