import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { SampleDataService } from "./sample-data.service.ts";

@Module({ imports: [EditionsModule], providers: [SampleDataService], exports: [SampleDataService] })
export class SampleDataModule {}
