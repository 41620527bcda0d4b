import { Module } from "@nestjs/common";
import { MadeReports } from "./made-reports.ts";
import { MadeReportsRepository } from "./made-reports.repository.ts";

/** Which reports were made; apart from the history, which makes them again, so that whoever makes one can note it. */
@Module({ providers: [MadeReports, MadeReportsRepository], exports: [MadeReports, MadeReportsRepository] })
export class MadeReportsModule {}
