import { ListFault } from "./list-fault.ts";
import type { RawTable, ReadingCorrection } from "./raw-table.ts";
import { readSheetRows } from "./sheet-rows.ts";
import { readParts, type SheetPart } from "./workbook-parts.ts";
import { ZipArchive } from "./zip-archive.ts";

/** One sheet of a workbook (XLSX): the one that is named, else the fullest of those that are shown. */
export function readWorkbook(bytes: Uint8Array, { sheet: wanted }: ReadingCorrection): RawTable {
  const archive = new ZipArchive(bytes);
  const parts = readParts(archive);
  const sheet = wanted ? parts.sheets.find(({ name }) => name === wanted) : fullest(parts.sheets, archive);
  if (sheet === undefined) throw new ListFault("unknown_sheet", "It has no sheet of this name.");
  const rows = readSheetRows(archive.text(sheet.path) ?? "", parts);
  const sheets = parts.sheets.map(({ name }) => name);
  return { encoding: null, separator: null, sheet: sheet.name, sheets, rows };
}

function fullest(sheets: readonly SheetPart[], archive: ZipArchive): SheetPart | undefined {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const candidates = shown.length === 0 ? sheets : shown;
  return candidates.reduce<SheetPart | undefined>(
    (best, sheet) => (best === undefined || archive.sizeOf(sheet.path) > archive.sizeOf(best.path) ? sheet : best),
    undefined,
  );
}
