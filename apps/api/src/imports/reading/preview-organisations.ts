import { v7 as newId } from "uuid";
import { foldName } from "@abwab/domain";
import type { ImportReading } from "@abwab/contract";
import type { DataRow } from "./data-rows.ts";
import type { PreviewRow } from "./preview-row.ts";
import { readOrganisationRow } from "./organisation-row.ts";

export function* previewOrganisations(rows: readonly DataRow[], reading: ImportReading): Generator<PreviewRow> {
  for (const { number, cells } of rows) {
    const { values, problems, isWrong } = readOrganisationRow(cells, reading);
    yield {
      row: number,
      outcome: isWrong ? "wrong" : "new",
      values,
      match: null,
      changes: [],
      before: {},
      problems,
      target: isWrong ? null : newId(),
      folded: foldName(`${values.nameAr ?? ""} ${values.nameFr ?? ""} ${values.city ?? ""}`),
      cells: isWrong ? [...cells] : [],
    };
  }
}
