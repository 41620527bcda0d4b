import { PostgresError } from "@abwab/postgres";
import { FatalError } from "./fatal-error.ts";

/**
 * The frame of a command that runs until someone ends it: Ctrl-C, SIGTERM and the end of the terminal stop it in
 * order and exit 0; what a person has to put right is one sentence and exit 1.
 */
export async function runUntilStopped(
  start: (signal: AbortSignal) => Promise<{ stop(): Promise<void>; failed: Promise<never> }>,
): Promise<void> {
  const stopping = new AbortController();
  const asked = new Promise<void>((resolve) => {
    stopping.signal.addEventListener("abort", () => resolve());
  });
  const ask = (): void => stopping.abort();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
  // tools/run.mjs, which started us, was killed.
  process.on("disconnect", ask);
  process.channel?.unref();
  // Nobody reads what we print any more: the terminal or the pipe is gone.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ask);
  try {
    const running = await start(stopping.signal);
    try {
      await Promise.race([asked.then(() => process.stderr.write("\nabwab: stopping …\n")), running.failed]);
    } finally {
      await running.stop();
    }
  } catch (error) {
    if (!stopping.signal.aborted) endWithSentence(error);
  }
  process.exit(0);
}

/** Ends the process; a fault that is not the user's keeps its stack, since someone will have to read it. */
export function endWithSentence(error: unknown): never {
  const isExpected = error instanceof FatalError || error instanceof PostgresError;
  process.stderr.write(
    isExpected
      ? `abwab: ${error.message}\n`
      : `abwab: unexpected fault\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
