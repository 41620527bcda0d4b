import { names, type Names } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";

/** What the places of alerts are called. */
@Injectable()
export class AlertNamesRepository {
  constructor(private readonly transactions: Transactions) {}

  ofZones(editionId: number, codes: string[]): Promise<Map<string, Names>> {
    return byCode(codes, () =>
      this.transactions.client.zone.findMany({
        where: { editionId, code: { in: codes } },
        select: { code: true, names: true },
      }),
    );
  }

  ofCheckpoints(editionId: number, codes: string[]): Promise<Map<string, Names>> {
    return byCode(codes, () =>
      this.transactions.client.checkpoint.findMany({
        where: { zone: { editionId }, code: { in: codes } },
        select: { code: true, names: true },
      }),
    );
  }
}

async function byCode(
  codes: readonly string[],
  find: () => Promise<{ code: string; names: unknown }[]>,
): Promise<Map<string, Names>> {
  if (codes.length === 0) return new Map();
  return new Map((await find()).map((row) => [row.code, names.parse(row.names)]));
}
