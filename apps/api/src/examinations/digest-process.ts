import { createHash } from "node:crypto";
import { constants, setPriority } from "node:os";
import type { ExportPlan } from "../exports/writing/export-plan.ts";
import { tableOf } from "../exports/writing/export-query.ts";
import { LedgerReader } from "../exports/writing/ledger-reader.repository.ts";
import { textFile } from "../exports/writing/text-file.ts";

// A process that reads a day's ledger as an export of it would be written, keeps none of it and ends.

// Counting comes first: what a crossing needs of the processors it gets before any digest.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

export type DigestOutcome =
  | { kind: "done"; rows: number; bytes: number; digest: string }
  | { kind: "error"; message: string };

async function digest(plan: ExportPlan): Promise<DigestOutcome> {
  try {
    await using reader = await LedgerReader.open(plan.databaseUrl, plan.edition.timeZone);
    const progress = { rows: 0, share: 0, stored: 0 };
    const hash = createHash("sha256");
    let bytes = 0;
    const ranges = reader.slices(plan.edition.id, plan.version);
    for await (const part of textFile(plan, tableOf(plan), reader, ranges, progress)) {
      hash.update(part);
      bytes += part.length;
    }
    return { kind: "done", rows: progress.rows, bytes, digest: hash.digest("hex") };
  } catch (error) {
    return { kind: "error", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const end = (outcome: DigestOutcome): void => {
  process.send?.(outcome, undefined, undefined, () => process.exit());
};

process.on("message", (plan: ExportPlan) => void digest(plan).then(end));
process.on("disconnect", () => process.exit());
// A terminal's Ctrl-C reaches us too; the service, which finishes what is under way, says when to end.
process.on("SIGINT", () => undefined);
