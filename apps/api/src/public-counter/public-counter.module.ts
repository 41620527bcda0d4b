import { Module } from "@nestjs/common";
import { CountsModule } from "../counts/counts.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { PublicCounterService } from "./public-counter.service.ts";

/** What everybody may see, without an account and on any page. */
@Module({
  imports: [CountsModule, EditionsModule],
  providers: [PublicCounterService],
})
export class PublicCounterModule {}
