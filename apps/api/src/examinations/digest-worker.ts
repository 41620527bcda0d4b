import { fork } from "node:child_process";
import path from "node:path";
import type { ExportPlan } from "../exports/writing/export-plan.ts";
import type { DigestOutcome } from "./digest-process.ts";
import type { LedgerDigest } from "./settled-revision.ts";

// Beside us: bundled as we are, or both as they were written.
const file = path.join(import.meta.dirname, `digest-process${path.extname(import.meta.filename)}`);
/** What it holds at a time are some megabytes, however long the ledger. */
const HEAP_MB = 96;

/** Digests what the plan's file would hold, in a process of its own. An abort ends it; whatever ends it early throws. */
export function digestLedger(plan: ExportPlan, signal: AbortSignal): Promise<LedgerDigest> {
  signal.throwIfAborted();
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    env: environment(),
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise((resolve, reject) => {
    let outcome: DigestOutcome = { kind: "error", message: "The process ended before it was done." };
    const stop = (): void => void child.kill("SIGKILL");
    signal.addEventListener("abort", stop, { once: true });
    const over = (): void => {
      signal.removeEventListener("abort", stop);
      if (outcome.kind === "error") return reject(new Error(outcome.message));
      const { rows, bytes, digest } = outcome;
      resolve({ rows, bytes, digest: Buffer.from(digest, "hex") });
    };
    child.once("message", (message: DigestOutcome) => (outcome = message));
    child.once("exit", over);
    child.once("error", (error) => {
      outcome = { kind: "error", message: error.message };
      over();
    });
    child.send(plan, (error) => error && stop());
  });
}

/** Ours without the service's settings: what it needs of them it is told. */
function environment(): NodeJS.ProcessEnv {
  const isSetting = (name: string): boolean => name === "DATABASE_URL" || name.startsWith("ABWAB_");
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)));
}
