import { Module } from "@nestjs/common";
import { DocumentsModule } from "../documents/documents.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { ProgrammeReader } from "./programme-reader.ts";
import { ProgrammePublishing } from "./programme-publishing.service.ts";
import { ProgrammeController } from "./programme.controller.ts";
import { ProgrammeRepository } from "./programme.repository.ts";
import { ProgrammeService } from "./programme.service.ts";

@Module({
  imports: [DocumentsModule, EditionsModule],
  controllers: [ProgrammeController],
  providers: [ProgrammePublishing, ProgrammeReader, ProgrammeRepository, ProgrammeService],
  exports: [ProgrammeRepository, ProgrammeService],
})
export class ProgrammeModule {}
