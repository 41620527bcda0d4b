import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { IssuingService } from "./issuing.service.ts";
import { PassBatchMaker } from "./pass-batch-maker.ts";
import { PassBatchesController } from "./pass-batches.controller.ts";
import { PassBatchesRepository } from "./pass-batches.repository.ts";
import { PassBatchesService } from "./pass-batches.service.ts";
import { PassCrossingsRepository } from "./pass-crossings.repository.ts";
import { PassIssueRepository } from "./pass-issue.repository.ts";
import { PassIssuer } from "./pass-issuer.ts";
import { PassKeysController } from "./pass-keys.controller.ts";
import { PassKeysModule } from "./pass-keys.module.ts";
import { PassKeysService } from "./pass-keys.service.ts";
import { PassSigner } from "./pass-signer.ts";
import { PassTokens } from "./pass-tokens.ts";
import { PassesController } from "./passes.controller.ts";
import { PassesRepository } from "./passes.repository.ts";
import { PassesService } from "./passes.service.ts";

@Module({
  imports: [EditionsModule, PassKeysModule],
  controllers: [PassesController, PassBatchesController, PassKeysController],
  providers: [
    IssuingService,
    PassBatchMaker,
    PassBatchesRepository,
    PassBatchesService,
    PassCrossingsRepository,
    PassIssueRepository,
    PassIssuer,
    PassKeysService,
    PassSigner,
    PassTokens,
    PassesRepository,
    PassesService,
  ],
  exports: [IssuingService, PassBatchesService, PassIssuer, PassKeysService, PassTokens, PassesRepository],
})
export class PassesModule {}
