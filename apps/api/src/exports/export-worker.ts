import { fork } from "node:child_process";
import path from "node:path";
import type { ExportOutcome, ExportPlan } from "./writing/export-plan.ts";

// In the bundle it lies beside us, in the source in a folder of its own.
const isBundle = import.meta.filename.endsWith(".js");
const file = path.join(import.meta.dirname, isBundle ? "export-process.js" : "writing/export-process.ts");
/** What it holds at a time are some megabytes, however long the file. */
const HEAP_MB = 96;

/** Makes one file in a process of its own. Resolves with how it ended; an abort ends the process. */
export function makeFile(plan: ExportPlan, signal: AbortSignal): Promise<ExportOutcome> {
  signal.throwIfAborted();
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    env: environment(),
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise<ExportOutcome>((resolve) => {
    let outcome: ExportOutcome | undefined;
    const stop = (): void => void child.kill("SIGKILL");
    signal.addEventListener("abort", stop, { once: true });
    const over = (message: string): void => {
      signal.removeEventListener("abort", stop);
      resolve(outcome ?? { kind: "error", message, fault: "failed", isFinal: false });
    };
    child.once("message", (message: ExportOutcome) => (outcome = message));
    child.once("exit", (status, by) => over(`The process ended: ${by ?? status}.`));
    child.once("error", (error) => over(error.message));
    child.send(plan, (error) => error && stop());
  });
}

/** Ours without the service's settings: what it needs of them it is told. */
function environment(): NodeJS.ProcessEnv {
  const isSetting = (name: string): boolean => name === "DATABASE_URL" || name.startsWith("ABWAB_");
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)));
}
