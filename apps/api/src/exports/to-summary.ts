import { type ExportSummary, exportFault } from "@abwab/contract";
import type { StoredExport } from "./exports.repository.ts";
import { fileNameOf } from "./file-name.ts";

/** @param ahead how many are made before it; undefined once it has ended */
export function toSummary(slug: string, stored: StoredExport, ahead: number | undefined): ExportSummary {
  const { id, request, state, version, rows, share, bytes, fault, createdAt, madeBy, finishedAt, expiresAt } = stored;
  return {
    id,
    request,
    state,
    progress: { rows, share },
    ahead: ahead ?? null,
    version,
    fileName: fileNameOf(slug, request, version),
    bytes: state === "done" ? bytes : null,
    fault: fault === null ? null : exportFault.parse(fault),
    createdAt: createdAt.toISOString(),
    createdBy: madeBy,
    finishedAt: finishedAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
  };
}
