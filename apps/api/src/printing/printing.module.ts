import { Module } from "@nestjs/common";
import { DocumentsModule } from "../documents/documents.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { PassesModule } from "../passes/passes.module.ts";
import { PassDocuments } from "./pass-documents.ts";
import { PrintingController } from "./printing.controller.ts";
import { PrintingService } from "./printing.service.ts";

/** Apart from passes, so that these need nothing of documents. */
@Module({
  imports: [DocumentsModule, EditionsModule, PassesModule],
  controllers: [PrintingController],
  providers: [PassDocuments, PrintingService],
})
export class PrintingModule {}
