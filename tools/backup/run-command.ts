import { endWithSentence } from "../start/run-until-stopped.ts";
import { FatalError } from "../start/fatal-error.ts";

// Of the file system: no room, no right, no such place. What the system says of them is clear enough.
const fileErrors = new Set(["ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "EIO", "ENOTDIR", "EEXIST", "EMFILE"]);

/** The frame of a command that ends by itself: its exit code, or one sentence and exit 1. Ctrl-C gives it up in order. */
export async function runCommand(work: (signal: AbortSignal) => Promise<number>): Promise<never> {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
  // tools/run.mjs, which started us, was killed.
  process.on("disconnect", () => stopping.abort());
  process.channel?.unref();
  try {
    process.exit(await work(stopping.signal));
  } catch (error) {
    if (stopping.signal.aborted) endWithSentence(new FatalError("Given up; nothing was left behind."));
    endWithSentence(inWords(error));
  }
}

function inWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (fileErrors.has(code)) return new FatalError(`It failed: ${error.message}.`, { cause: error });
  if (code.startsWith("57P") || /Connection terminated|connection error/.test(error.message))
    return new FatalError("The database ended meanwhile; do it again.", { cause: error });
  return error;
}
