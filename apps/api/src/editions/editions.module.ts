import { Module } from "@nestjs/common";
import { PassKeysModule } from "../passes/pass-keys.module.ts";
import { CheckpointsController } from "./checkpoints.controller.ts";
import { CheckpointsRepository } from "./checkpoints.repository.ts";
import { CheckpointsService } from "./checkpoints.service.ts";
import { EditionAccess } from "./edition-access.ts";
import { EditionChanges } from "./edition-changes.ts";
import { EditionParts } from "./edition-parts.ts";
import { EditionStateRepository } from "./edition-state.repository.ts";
import { EditionsController } from "./editions.controller.ts";
import { EditionsRepository } from "./editions.repository.ts";
import { EditionsService } from "./editions.service.ts";
import { ZonesController } from "./zones.controller.ts";
import { ZonesRepository } from "./zones.repository.ts";
import { ZonesService } from "./zones.service.ts";

/** EditionDirectory is the platform's: who calls is decided with it. */
@Module({
  imports: [PassKeysModule],
  controllers: [EditionsController, ZonesController, CheckpointsController],
  providers: [
    CheckpointsRepository,
    CheckpointsService,
    EditionAccess,
    EditionChanges,
    EditionParts,
    EditionsRepository,
    EditionsService,
    EditionStateRepository,
    ZonesRepository,
    ZonesService,
  ],
  exports: [
    CheckpointsRepository,
    CheckpointsService,
    EditionAccess,
    EditionChanges,
    EditionsService,
    ZonesRepository,
    ZonesService,
  ],
})
export class EditionsModule {}
