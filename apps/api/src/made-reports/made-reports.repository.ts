import {
  communiqueQuery,
  type DocumentLocale,
  documentLocale,
  type MadeReport,
  madeReportKind,
  type MadeReportsQuery,
  reportQuery,
  type ReportQuery,
  wantedReport,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

/** What was asked for: a report, or a press release that bears a date. */
export const wantedDocument = z.union([
  wantedReport,
  z.strictObject({ kind: z.literal("communique"), date: communiqueQuery.shape.date.unwrap() }),
]);
export type WantedDocument = z.infer<typeof wantedDocument>;

export interface StoredReport {
  report: MadeReport;
  editionId: number;
  wanted: WantedDocument;
  since: ReportQuery["since"];
  digest: Uint8Array;
}

export interface NewMadeReport {
  id: string;
  editionId: number;
  kind: string;
  wanted: WantedDocument;
  locale: DocumentLocale;
  since: ReportQuery["since"];
  madeBy: string;
  schedule: string | null;
  settled: boolean;
  version: number;
  fileName: string;
  bytes: number;
  durationMs: number;
  digest: Uint8Array<ArrayBuffer>;
}

type Filter = Pick<MadeReportsQuery, "kind" | "locale" | "by">;

@Injectable()
export class MadeReportsRepository {
  constructor(private readonly transactions: Transactions) {}

  async create({ wanted, ...made }: NewMadeReport): Promise<void> {
    const data = { ...made, wanted: wanted as unknown as Prisma.InputJsonObject };
    await this.transactions.client.madeReport.create({ data });
  }

  async find(id: string): Promise<StoredReport | undefined> {
    const row = await this.transactions.client.madeReport.findUnique({ where: { id } });
    return row === null ? undefined : toStored(row, await this.settlements(row.editionId));
  }

  /** The latest first: their ids are made in the order of time. */
  async list(
    editionId: number,
    { kind, locale, by }: Filter,
    { after, limit }: PageRequest<string>,
  ): Promise<StoredReport[]> {
    const rows = await this.transactions.client.madeReport.findMany({
      where: {
        editionId,
        ...(kind !== undefined && { kind }),
        ...(locale !== undefined && { locale }),
        ...(by !== undefined && { schedule: by === "schedules" ? { not: null } : null }),
        ...(after !== undefined && { id: { lt: after } }),
      },
      orderBy: { id: "desc" },
      take: limit,
    });
    const settlements = await this.settlements(editionId);
    return rows.map((row) => toStored(row, settlements));
  }

  /** When each day was settled last, ms since the epoch. */
  private async settlements(editionId: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.transactions.client.settledDay.groupBy({
      by: ["day"],
      where: { editionId },
      _max: { settledAt: true },
    });
    return new Map(rows.map(({ day, _max }) => [day.toISOString().slice(0, 10), _max.settledAt?.getTime() ?? 0]));
  }
}

function toStored(row: Prisma.MadeReportModel, settlements: ReadonlyMap<string, number>): StoredReport {
  const { editionId, digest, schedule, settled, fileName, bytes, durationMs } = row;
  const wanted = wantedDocument.parse(row.wanted);
  const since = reportQuery.shape.since.parse(row.since);
  const report: MadeReport = {
    id: row.id,
    kind: madeReportKind.parse(row.kind),
    day: dayOf(wanted),
    zone: wanted.kind === "zone" ? wanted.zone : null,
    locale: documentLocale.parse(row.locale),
    madeAt: row.madeAt.toISOString(),
    madeBy: row.madeBy,
    schedule,
    settled,
    version: Number(row.version),
    fileName,
    bytes,
    durationMs,
    again: "anew",
  };
  const latest = wanted.kind === "day" ? (settlements.get(wanted.date) ?? 0) : Math.max(0, ...settlements.values());
  // A press release bears a moment and compares with other editions: it is never the same file.
  const isSame = settled && since === "left_out" && wanted.kind !== "communique" && latest <= row.madeAt.getTime();
  return { report: { ...report, again: isSame ? "same" : "anew" }, editionId, wanted, since, digest };
}

function dayOf(wanted: WantedDocument): string | null {
  if (wanted.kind === "day" || wanted.kind === "communique") return wanted.date;
  return wanted.kind === "zone" ? (wanted.day ?? null) : null;
}
