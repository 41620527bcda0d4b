import type { ImportFault, ImportSummary } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";
import type { FoundList } from "./reading/list-request.ts";
import type { PreviewRow } from "./reading/preview-row.ts";

/** One reading of a file: whoever begins another one ends it. */
export interface ImportTurn {
  id: string;
  turn: number;
}

/** The file is read anew by somebody else, was discarded, or is not to be read any more. */
export class TurnLost extends Error {
  override name = "TurnLost";
}

/** What the reading of a file writes, as long as it is its turn. */
@Injectable()
export class ImportTurnsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Begins anew before the registry is read, without what an earlier reading has left; undefined where nothing is to be read. */
  async begin(id: string): Promise<(ImportTurn & { content: Uint8Array }) | undefined> {
    return this.transactions.run(async () => {
      const rows = await this.transactions.client.$queryRaw<{ turn: number; content: Uint8Array }[]>`
        update import set turn = turn + 1, rows_done = 0, rows_total = null, outcomes = '{}',
          compared_with = pg_current_snapshot()::text
        where id = ${id}::uuid and state = 'reading' returning turn, content`;
      const row = rows[0];
      if (row === undefined) return undefined;
      await this.transactions.client.$executeRaw`delete from import_row where import_id = ${id}::uuid`;
      return { id, ...row };
    });
  }

  /** Throws `TurnLost`. */
  async found({ id, turn }: ImportTurn, { reading, total, ...found }: FoundList): Promise<void> {
    this.expectOne(
      await this.transactions.client.$executeRaw`
        update import set rows_total = ${total}, reading = ${JSON.stringify(reading)}::jsonb,
          found = found || ${storable(found)}::jsonb
        where id = ${id}::uuid and turn = ${turn} and state = 'reading'`,
    );
  }

  /** Throws `TurnLost`. */
  async take({ id, turn }: ImportTurn, rows: readonly PreviewRow[]): Promise<void> {
    await this.transactions.run(async () => {
      this.expectOne(
        await this.transactions.client.$executeRaw`
          update import set rows_done = rows_done + ${rows.length}
          where id = ${id}::uuid and turn = ${turn} and state = 'reading'`,
      );
      await this.transactions.client.$executeRaw`
        insert into import_row (import_id, "row", outcome, "values", match, changes, before, problems, target, folded,
          cells)
        select ${id}::uuid, "row", outcome, "values", nullif(match, 'null'), changes, before, problems, target, folded,
          cells
        from jsonb_to_recordset(${storable(rows)}::jsonb) as given ("row" integer, outcome text, "values" jsonb,
          match jsonb, changes text[], before jsonb, problems jsonb, target uuid, folded text, cells text[])`;
    });
  }

  /** Throws `TurnLost`. */
  async finish(
    { id, turn }: ImportTurn,
    outcomes: ImportSummary["outcomes"],
    fault: ImportFault | null,
  ): Promise<void> {
    // What came between an earlier preview and its confirmation stays said.
    this.expectOne(
      await this.transactions.client.$executeRaw`
        update import set state = ${fault === null ? "preview" : "failed"}, fault = coalesce(${fault}, fault),
          outcomes = ${JSON.stringify(outcomes)}::jsonb
        where id = ${id}::uuid and turn = ${turn} and state = 'reading'`,
    );
  }

  private expectOne(changed: number): void {
    if (changed !== 1) throw new TurnLost("Another reading has begun.");
  }
}

/** As PostgreSQL keeps texts: neither NUL nor half a surrogate pair. */
const storable = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "string" ? part.replaceAll("\0", "").toWellFormed() : part,
  );
