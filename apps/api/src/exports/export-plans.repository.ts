import { names } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";
import type { ExportPlan, PlannedDay } from "./writing/export-plan.ts";
import type { StoredExport } from "./exports.repository.ts";

/** What is to be known to make a file, and whose turn it is. */
@Injectable()
export class ExportPlansRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Begins anew, without what an earlier making has left; undefined where nothing is to be made. */
  async begin(id: string): Promise<number | undefined> {
    return this.transactions.run(async () => {
      const rows = await this.transactions.client.$queryRaw<{ turn: number }[]>`
        update export set turn = turn + 1, state = 'running', rows = 0, share = 0
        where id = ${id}::uuid and state in ('waiting', 'running') returning turn`;
      if (rows[0] !== undefined) await this.transactions.client.exportChunk.deleteMany({ where: { exportId: id } });
      return rows[0]?.turn;
    });
  }

  async edition({ editionId, request }: StoredExport): Promise<ExportPlan["edition"]> {
    const row = await this.transactions.client.edition.findUniqueOrThrow({ where: { id: editionId } });
    const name = names.parse(row.names)[request.locale];
    return { id: row.id, slug: row.slug, name, timeZone: row.timeZone, isDraft: row.status === "draft" };
  }

  /** Each settled day of these at its latest revision that was there at the version. */
  async settledDays({ editionId, request, version }: StoredExport): Promise<PlannedDay[]> {
    const rows = await this.transactions.client.$queryRaw<{ day: string; revision: number; version: bigint }[]>`
      select distinct on (day) day::text, revision, version from settled_day
      where edition_id = ${editionId} and version <= ${version}
        and day >= coalesce(${request.from ?? null}::date, '-infinity')
        and day <= coalesce(${request.to ?? null}::date, 'infinity')
      order by day, revision desc`;
    return rows.map((row) => ({ ...row, version: Number(row.version) }));
  }
}
