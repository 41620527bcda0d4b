import { aboutSheet } from "./about-sheet.ts";
import type { ExportPlan } from "./export-plan.ts";
import { type ExportTable, sheetQuery, type VersionRange } from "./export-query.ts";
import type { WritingProgress } from "./file-chunks.repository.ts";
import type { LedgerReader } from "./ledger-reader.repository.ts";
import { readAhead } from "./read-ahead.ts";
import { SheetRows } from "./sheet-rows.ts";
import {
  contentTypes,
  packageRelations,
  sheetEnd,
  sheetStart,
  styles,
  workbook,
  workbookRelations,
} from "./sheet-xml.ts";
import { sheetWords } from "./sheet-words.ts";
import { zipFile, type ZipPart } from "./zip-file.ts";

/** A workbook that is made while it is sent: a sheet for every million rows and one that says what it holds. */
export function workbookFile(
  plan: ExportPlan,
  table: ExportTable,
  reader: LedgerReader,
  ranges: AsyncIterable<VersionRange>,
  progress: WritingProgress,
): AsyncGenerator<Buffer> {
  return zipFile(partsOf(plan, table, new SheetRows(readAhead(rowsOf(plan, table, reader, ranges, progress)))));
}

/** Each is read to its end before the next is asked for. */
async function* partsOf(plan: ExportPlan, table: ExportTable, rows: SheetRows): AsyncGenerator<ZipPart> {
  const { locale } = plan.request;
  const words = sheetWords[locale];
  const names: string[] = [];
  do {
    names.push(names.length === 0 ? words[plan.request.what] : `${words[plan.request.what]} ${names.length + 1}`);
    yield {
      path: `xl/worksheets/sheet${names.length}.xml`,
      content: sheetOf(rows, sheetStart(table.columns, plan), plan.sheetRows),
    };
  } while (rows.hasMore);
  names.push(words.about);
  yield textPart(`xl/worksheets/sheet${names.length}.xml`, aboutSheet(plan));
  yield textPart("xl/workbook.xml", workbook(names));
  yield textPart("xl/_rels/workbook.xml.rels", workbookRelations(names.length));
  yield textPart("xl/styles.xml", styles(locale));
  yield textPart("_rels/.rels", packageRelations());
  yield textPart("[Content_Types].xml", contentTypes(names.length));
}

function textPart(path: string, text: string): ZipPart {
  const content = async function* (): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.from(text));
  };
  return { path, content: content() };
}

async function* sheetOf(rows: SheetRows, start: string, most: number): AsyncGenerator<Buffer> {
  yield Buffer.from(start);
  yield* rows.next(most);
  yield Buffer.from(sheetEnd);
}

async function* rowsOf(
  plan: ExportPlan,
  table: ExportTable,
  reader: LedgerReader,
  ranges: AsyncIterable<VersionRange>,
  progress: WritingProgress,
): AsyncGenerator<Buffer> {
  for await (const range of ranges) {
    const lines = reader.copy(sheetQuery(table, range, progress.rows, plan.sheetRows), "plain");
    for (let next = await lines.next(); ; next = await lines.next()) {
      if (next.done === true) {
        progress.rows += next.value;
        break;
      }
      yield next.value;
    }
    progress.share = plan.version === 0 ? 1 : range.to / plan.version;
  }
}
