import type { ImportReading, OrganisationType } from "@abwab/contract";
import { type DataRow, dataRows } from "./data-rows.ts";
import { formatOf } from "./file-format.ts";
import { guessFields } from "./guess-fields.ts";
import { guessHeaderRow, titlesAt } from "./header-row.ts";
import { ListFault } from "./list-fault.ts";
import type { FoundList, KnownMapping, ListRequest } from "./list-request.ts";
import { typeOf } from "./organisation-words.ts";
import type { RawTable } from "./raw-table.ts";
import { readText } from "./read-text.ts";
import { readWorkbook } from "./read-workbook.ts";
import { tidyCell } from "./tidy-cell.ts";

const SAMPLE_ROWS = 30;
const LONGEST_SAMPLE_CELL = 200;
const MOST_COLUMNS = 500;
const LOOKED_AT_NAMES = 300;

export interface OpenedList {
  found: FoundList;
  rows: DataRow[];
}

/** Opens a file and finds its table, as a person has corrected it or as it is guessed. Throws `ListFault`. */
export function openList(request: ListRequest): OpenedList {
  const { content, subject, correction } = request;
  const table = formatOf(content) === "workbook" ? readWorkbook(content, correction) : readText(content, correction);
  const width = Math.max(0, ...table.rows.map(filledWidth));
  if (width > MOST_COLUMNS) throw new ListFault("too_many_columns", `${width} columns.`);
  if (width === 0) throw new ListFault("empty_file", "There is nothing in it.");
  const cells = table.rows.map((row) => row.slice(0, width));
  const headerRow = Math.min(correction.headerRow ?? guessHeaderRow(cells, subject), cells.length - 1);
  const titles = headerRow < 0 ? Array<string>(width).fill("") : titlesAt(cells, headerRow);
  const rows = dataRows(cells, headerRow);
  const mapping = correction.fields === undefined ? rememberedFor(titles, request.mappings) : undefined;
  const corrected = correction.fields?.length === width ? correction.fields : undefined;
  const values = rows.map((row) => row.cells);
  const fields = corrected ?? mapping?.fields ?? guessFields(titles, values, subject);
  const { encoding, separator, sheet } = table;
  const reading: ImportReading = { encoding, separator, sheet, headerRow, fields, defaultType: null };
  if (correction.defaultType !== undefined) reading.defaultType = correction.defaultType;
  else if (subject === "organisations") reading.defaultType = guessType(request, table, rows, reading);
  const found: FoundList = {
    reading,
    sheets: table.sheets,
    columns: titles,
    sample: cells.slice(0, Math.max(SAMPLE_ROWS, headerRow + 6)).map((row) => row.map(shorten)),
    remembered: mapping !== undefined,
    total: rows.length,
  };
  return { found, rows };
}

/** How a list with the same titles in the same order was read the last time. */
function rememberedFor(titles: readonly string[], mappings: readonly KnownMapping[]): KnownMapping | undefined {
  if (titles.every((title) => title === "")) return undefined;
  return mappings.find(
    (mapping) => mapping.titles.length === titles.length && mapping.titles.every((title, at) => title === titles[at]),
  );
}

/** What most names say they are, else what the sheet, the title block or the file is called. */
function guessType(
  { fileName }: ListRequest,
  { sheet, rows: all }: RawTable,
  rows: readonly DataRow[],
  { fields, headerRow }: ImportReading,
): OrganisationType | null {
  const names = fields.flatMap((field, column) => (field === "nameAr" || field === "nameFr" ? [column] : []));
  const said = rows
    .slice(0, LOOKED_AT_NAMES)
    .map(({ cells }) => names.map((column) => typeOf(cells[column] ?? "")).find(Boolean));
  const counts = Map.groupBy(said, (type) => type);
  for (const [type, alike] of counts) {
    if (type !== undefined && alike.length > said.length / 2) return type;
  }
  const above = all.slice(0, Math.max(0, headerRow)).flat();
  const header = names.map((column) => all[headerRow]?.[column] ?? "");
  for (const text of [...header, sheet ?? "", ...above, fileName.replace(/[-_.]/g, " ")]) {
    const type = typeOf(text);
    if (type !== undefined && type !== "institution") return type;
  }
  return null;
}

function filledWidth(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && tidyCell(row[width - 1] ?? "") === "") width -= 1;
  return width;
}

const shorten = (cell: string): string =>
  cell.length > LONGEST_SAMPLE_CELL ? `${cell.slice(0, LONGEST_SAMPLE_CELL)}…` : cell;
