import {
  type ImportField,
  importField,
  type ImportMapping,
  importSubject,
  type ImportSubject,
  uuid,
  instant,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { hash } from "node:crypto";
import { v7 as newId } from "uuid";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

/** Mappings are listed by when they were used, the latest first. */
export const mappingOrder = z.object({ usedAt: instant, id: uuid });
export type MappingOrder = z.infer<typeof mappingOrder>;

@Injectable()
export class ImportMappingsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** How lists with these titles are read from now on. */
  async remember(
    editionId: number,
    subject: ImportSubject,
    titles: readonly string[],
    fields: readonly ImportField[],
  ): Promise<void> {
    const digest = Buffer.from(hash("sha256", JSON.stringify(titles), "hex"), "hex");
    const usedAt = new Date();
    const given = { fields: [...fields], usedAt };
    await this.transactions.client.importMapping.upsert({
      where: { editionId_subject_digest: { editionId, subject, digest } },
      create: { id: newId(), editionId, subject, digest, titles: [...titles], ...given },
      update: given,
    });
  }

  async list(editionId: number, { after, limit }: PageRequest<MappingOrder>): Promise<ImportMapping[]> {
    const rows = await this.transactions.client.importMapping.findMany({
      where: {
        editionId,
        ...(after !== undefined && {
          OR: [{ usedAt: { lt: after.usedAt } }, { usedAt: after.usedAt, id: { lt: after.id } }],
        }),
      },
      orderBy: [{ usedAt: "desc" }, { id: "desc" }],
      take: limit,
    });
    return rows.map(toMapping);
  }

  async latest(editionId: number, subject: ImportSubject, limit: number): Promise<ImportMapping[]> {
    const rows = await this.transactions.client.importMapping.findMany({
      where: { editionId, subject },
      orderBy: { usedAt: "desc" },
      take: limit,
    });
    return rows.map(toMapping);
  }

  /** Returns what it was. */
  async forget(editionId: number, id: string): Promise<ImportMapping | undefined> {
    const row = await this.transactions.client.importMapping.findUnique({ where: { id, editionId } });
    if (row === null) return undefined;
    await this.transactions.client.importMapping.deleteMany({ where: { id } });
    return toMapping(row);
  }
}

function toMapping({ id, subject, titles, fields, usedAt }: Prisma.ImportMappingModel): ImportMapping {
  return {
    id,
    subject: importSubject.parse(subject),
    titles,
    fields: z.array(importField).parse(fields),
    usedAt: usedAt.toISOString(),
  };
}
