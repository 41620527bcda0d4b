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
const SQL_STATE = /^[0-9A-Z]{5}$/;
/** The connection was lost, the database is stopping or has too much to do. What else it answers, it answers again. */
const PASSING = /^(08|57P|40|53[234])/;

async function make(plan: ExportPlan): Promise<ExportOutcome> {
  const progress = { rows: 0, share: 0, stored: 0 };
  try {
    await using reader = await LedgerReader.open(plan.databaseUrl, plan.edition.timeZone);
    await using chunks = await FileChunks.open(plan.databaseUrl, plan, progress, () => end({ kind: "lost" }));
    const bytes = await writeExport(plan, reader, (parts) => chunks.take(parts), progress);
    await chunks.finish(bytes);
    return { kind: "done" };
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): ExportOutcome {
  if (error instanceof MakingLost) return { kind: "lost" };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  return {
    kind: "error",
    message,
    fault: code === DISK_FULL ? "disk_full" : "failed",
    isFinal: SQL_STATE.test(code) && !PASSING.test(code),
  };
}

const end = (outcome: ExportOutcome): void => {
  process.send?.(outcome, undefined, undefined, () => process.exit());
};

process.on("message", (plan: ExportPlan) => void make(plan).then(end));
process.on("disconnect", () => process.exit());
// A terminal's Ctrl-C reaches us too; the service, which finishes what is under way, says when to end.
process.on("SIGINT", () => undefined);
