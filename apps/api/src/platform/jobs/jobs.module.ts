import { Global, Module } from "@nestjs/common";
import { Jobs } from "./jobs.ts";

/** Global: any feature may have work for the background. */
@Global()
@Module({ providers: [Jobs], exports: [Jobs] })
export class JobsModule {}
