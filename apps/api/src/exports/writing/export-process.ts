import { constants, setPriority } from "node:os";
import type { ExportOutcome, ExportPlan } from "./export-plan.ts";
import { FileChunks, MakingLost } from "./file-chunks.repository.ts";
import { LedgerReader } from "./ledger-reader.repository.ts";
import { writeExport } from "./write-export.ts";

// A process that makes one file for the service and ends: neither its work nor its memory is the service's.

// Counting comes first: what a crossing needs of the processors it gets before any export.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** SQLSTATE disk_full. */
const DISK_FULL = "53100";

async function make(plan: ExportPlan): Promise<ExportOutcome> {
  const progress = { rows: 0, share: 0 };
  try {
    await using reader = await LedgerReader.open(plan.databaseUrl, plan.edition.timeZone);
    await using chunks = await FileChunks.open(plan.databaseUrl, plan, progress, () => void end({ kind: "lost" }));
    const bytes = await writeExport(plan, reader, chunks.sink(), progress);
    await chunks.finish(bytes);
    return { kind: "done" };
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): ExportOutcome {
  if (error instanceof MakingLost) return { kind: "lost" };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const isDiskFull = error instanceof Error && "code" in error && error.code === DISK_FULL;
  return { kind: "error", message, fault: isDiskFull ? "disk_full" : "failed", isFinal: isDiskFull };
}

const end = (outcome: ExportOutcome): void => {
  process.send?.(outcome, undefined, undefined, () => process.exit());
};

process.on("message", (plan: ExportPlan) => void make(plan).then(end));
process.on("disconnect", () => process.exit());
// A terminal's Ctrl-C reaches us too; the service, which finishes what is under way, says when to end.
process.on("SIGINT", () => undefined);
