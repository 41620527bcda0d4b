import { createHash } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { nameOf } from "../audit/audit.service.ts";
import type { Actor } from "../platform/actor.ts";
import { MadeReportsRepository, type NewMadeReport } from "./made-reports.repository.ts";

/** A document that has just been made. */
export type Made = Pick<
  NewMadeReport,
  "wanted" | "locale" | "since" | "schedule" | "settled" | "version" | "fileName"
> & {
  pdf: Buffer;
  /** `performance.now()` when the making began. */
  started: number;
};

/** Notes which reports are made. The audit trail holds none of them: making a report changes nothing. */
@Injectable()
export class MadeReports {
  constructor(private readonly reports: MadeReportsRepository) {}

  async keep(editionId: number, { pdf, started, wanted, ...made }: Made, actor: Actor): Promise<void> {
    await this.reports.create({
      ...made,
      id: uuidv7(),
      editionId,
      kind: wanted.kind,
      wanted,
      madeBy: nameOf(actor),
      bytes: pdf.length,
      durationMs: Math.round(performance.now() - started),
      digest: digestOf(pdf),
    });
  }
}

export const digestOf = (pdf: Buffer): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(pdf).digest());
