import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { ExportPlan } from "./export-plan.ts";
import { tableOf, type VersionRange } from "./export-query.ts";
import type { WritingProgress } from "./file-chunks.repository.ts";
import type { LedgerReader } from "./ledger-reader.repository.ts";
import { readAhead } from "./read-ahead.ts";
import { textFile } from "./text-file.ts";
import { workbookFile } from "./workbook.ts";

/** As much as the ledger's ids let any level win, in a third of the time. */
const GZIP_LEVEL = 1;
const CHUNK_BYTES = 256 * 1024;

/**
 * Writes one file from beginning to end: a workbook as it is, a text gzipped.
 *
 * @returns bytes of the file that is offered
 */
export async function writeExport(
  plan: ExportPlan,
  reader: LedgerReader,
  take: (parts: AsyncIterable<Buffer>) => Promise<void>,
  progress: WritingProgress,
): Promise<number> {
  const table = tableOf(plan);
  const ranges = rangesOf(plan, reader);
  const { format, gzip } = plan.request;
  if (format === "xlsx") {
    await pipeline(workbookFile(plan, table, reader, ranges, progress), take);
    return progress.stored;
  }
  const packing = createGzip({ level: GZIP_LEVEL, chunkSize: CHUNK_BYTES });
  await pipeline(readAhead(textFile(plan, table, reader, ranges, progress)), packing, take);
  return gzip ? progress.stored : packing.bytesWritten;
}

/** The ledger comes in slices; counts are summed in one go. */
function rangesOf({ request, edition, version }: ExportPlan, reader: LedgerReader): AsyncIterable<VersionRange> {
  return request.what === "ledger" ? reader.slices(edition.id, version) : oneRange(version);
}

async function* oneRange(to: number): AsyncGenerator<VersionRange> {
  yield await Promise.resolve({ after: 0, to });
}
