import type { ImportReading, RowProblem } from "@abwab/contract";
import { type AttendeeContext, readAttendeeRow } from "./attendee-row.ts";
import type { DataRow } from "./data-rows.ts";
import type { KnownPassReference } from "./list-request.ts";
import { plainRow, type PreviewRow, type RowValues } from "./preview-row.ts";

/** What each row of a list of attendees would do to the passes of the edition. */
export class AttendeePreview {
  private readonly passes = new Map<string, KnownPassReference>();
  private readonly rowsByReference = new Map<string, number>();

  know(passes: readonly KnownPassReference[]): void {
    for (const pass of passes) {
      // A reference has one good pass at most, and any number that were revoked.
      if (!pass.revoked || !this.passes.has(pass.reference)) this.passes.set(pass.reference, pass);
    }
  }

  *rows(rows: readonly DataRow[], { fields }: ImportReading, context: AttendeeContext): Generator<PreviewRow> {
    for (const { number, cells } of rows) {
      const { values, problems, isWrong } = readAttendeeRow(cells, fields, context);
      yield this.row({ ...plainRow, row: number, values, problems }, isWrong, cells);
    }
  }

  private row(plain: PreviewRow, isWrong: boolean, cells: readonly string[]): PreviewRow {
    const { row, values, problems } = plain;
    const answer = (outcome: PreviewRow["outcome"], problem?: RowProblem): PreviewRow => ({
      ...plain,
      outcome,
      problems: problem === undefined ? problems : [...problems, problem],
      cells: [...cells],
    });
    if (isWrong) return answer("wrong");
    const reference = values.reference ?? "";
    const earlier = this.rowsByReference.get(reference);
    if (earlier !== undefined) return answer("wrong", { field: null, code: "repeated_row", value: String(earlier) });
    this.rowsByReference.set(reference, row);
    const known = this.passes.get(reference);
    if (known === undefined) return plain;
    if (known.revoked) return answer("doubtful", { field: "reference", code: "revoked_pass", value: known.code });
    if (saysTheSame(known, values)) return { ...plain, outcome: "same" };
    return answer("doubtful", { field: "category", code: "other_category", value: known.category });
  }
}

/** What a row doesn't say is as it is. */
function saysTheSame(known: KnownPassReference, { category, validFrom, validUntil }: RowValues): boolean {
  const isAt = (text: string | undefined, at: number | null): boolean =>
    text === undefined || Math.floor(Date.parse(text) / 1000) * 1000 === at;
  return known.category === category && isAt(validFrom, known.validFrom) && isAt(validUntil, known.validUntil);
}
