import type { ImportReading, ImportSubject } from "@abwab/contract";
import { openList } from "../../../apps/api/src/imports/reading/found-list.ts";
import { ListFault } from "../../../apps/api/src/imports/reading/list-fault.ts";
import { OrganisationPreview } from "../../../apps/api/src/imports/reading/organisation-preview.ts";
import type { PreviewRow } from "../../../apps/api/src/imports/reading/preview-row.ts";

export interface WholeList {
  fault: string | null;
  reading: ImportReading | undefined;
  columns: string[];
  rows: PreviewRow[];
}

/** What the service makes of a file, against an empty registry, in this process. */
export function readWholeList(
  content: Uint8Array,
  fileName = "list",
  correction: Partial<ImportReading> = {},
  subject: ImportSubject = "organisations",
): WholeList {
  try {
    const request = { content, fileName, subject, correction, mappings: [], categories: [], now: 0, timeZone: "UTC" };
    const { found, rows } = openList(request);
    const { reading, columns } = found;
    return { fault: null, reading, columns, rows: [...new OrganisationPreview().rows(rows, reading)] };
  } catch (error) {
    if (!(error instanceof ListFault)) throw error;
    return { fault: error.code, reading: undefined, columns: [], rows: [] };
  }
}
