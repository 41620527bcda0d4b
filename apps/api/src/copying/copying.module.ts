import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { ProgrammeModule } from "../programme/programme.module.ts";
import { CopyingController } from "./copying.controller.ts";
import { CopyingService } from "./copying.service.ts";

/** Apart from editions, so that these need nothing of what else an edition has. */
@Module({
  imports: [EditionsModule, ProgrammeModule],
  controllers: [CopyingController],
  providers: [CopyingService],
})
export class CopyingModule {}
