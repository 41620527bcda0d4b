import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { ReachController } from "./reach.controller.ts";
import { ReachRepository } from "./reach.repository.ts";
import { ReachService } from "./reach.service.ts";

@Module({
  imports: [EditionsModule],
  controllers: [ReachController],
  providers: [ReachRepository, ReachService],
})
export class ReachModule {}
