import { Module } from "@nestjs/common";
import { DocumentsModule } from "../documents/documents.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { MediaModule } from "../media/media.module.ts";
import { PassesModule } from "../passes/passes.module.ts";
import { VisitsModule } from "../visits/visits.module.ts";
import { BadgePrintingController } from "./badge-printing.controller.ts";
import { BadgePrintingService } from "./badge-printing.service.ts";
import { PassDocuments } from "./pass-documents.ts";
import { PrintingController } from "./printing.controller.ts";
import { PrintingService } from "./printing.service.ts";
import { VisitDocuments } from "./visit-documents.ts";
import { VisitsPrintingController } from "./visits-printing.controller.ts";
import { VisitsPrintingService } from "./visits-printing.service.ts";

/** Apart from passes, so that these need nothing of documents. */
@Module({
  imports: [DocumentsModule, EditionsModule, MediaModule, PassesModule, VisitsModule],
  controllers: [BadgePrintingController, PrintingController, VisitsPrintingController],
  providers: [BadgePrintingService, PassDocuments, PrintingService, VisitDocuments, VisitsPrintingService],
})
export class PrintingModule {}
