import { Module } from "@nestjs/common";
import { Documents } from "./documents.ts";

@Module({ providers: [Documents], exports: [Documents] })
export class DocumentsModule {}
