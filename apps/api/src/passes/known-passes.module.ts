import { Module } from "@nestjs/common";
import { KnownPasses } from "./known-passes.ts";
import { KnownPassesRepository } from "./known-passes.repository.ts";

/** Apart from the rest of passes: what counts entries needs this, and nothing else of them. */
@Module({ providers: [KnownPasses, KnownPassesRepository], exports: [KnownPasses] })
export class KnownPassesModule {}
