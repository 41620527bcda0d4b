import type { ExportFormat } from "@abwab/contract";
import type { ExportPlan } from "./export-plan.ts";
import { csvQuery, type ExportTable, jsonQuery, type VersionRange } from "./export-query.ts";
import type { WritingProgress } from "./file-chunks.repository.ts";
import type { LedgerReader } from "./ledger-reader.repository.ts";

/** By it Excel knows that a file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A file's bytes, slice after slice. */
export async function* textFile(
  plan: ExportPlan,
  table: ExportTable,
  reader: LedgerReader,
  ranges: AsyncIterable<VersionRange>,
  progress: WritingProgress,
): AsyncGenerator<Buffer> {
  const { request } = plan;
  const separator = request.locale === "en" ? "," : ";";
  if (request.format === "csv") yield Buffer.from(headOf(table, plan, separator));
  for await (const range of ranges) {
    const lines = linesOf(request.format, table, range, reader, separator);
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

function linesOf(
  format: ExportFormat,
  table: ExportTable,
  range: VersionRange,
  reader: LedgerReader,
  separator: string,
): AsyncGenerator<Buffer, number> {
  return format === "csv"
    ? reader.copy(csvQuery(table, range), { csv: separator })
    : reader.copy(jsonQuery(table, range), "plain");
}

const headOf = ({ columns }: ExportTable, { request, edition }: ExportPlan, separator: string): string => {
  const titles = columns.map(({ heading, kind }) =>
    kind === "time" ? `${heading[request.locale]} (${edition.timeZone})` : heading[request.locale],
  );
  return `${BYTE_ORDER_MARK}${titles.map((title) => quoted(title, separator)).join(separator)}\n`;
};

const quoted = (title: string, separator: string): string =>
  title.includes(separator) ? `"${title.replaceAll('"', '""')}"` : title;
