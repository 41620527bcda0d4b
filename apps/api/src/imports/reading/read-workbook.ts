import { ListFault } from "./list-fault.ts";
import type { RawTable, ReadingCorrection } from "./raw-table.ts";

export function readWorkbook(_bytes: Uint8Array, _correction: ReadingCorrection): RawTable {
  throw new ListFault("broken_workbook", "not yet");
}
