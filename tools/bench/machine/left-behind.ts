type CleanUp = () => Promise<void>;

const cleanUps = new Set<CleanUp>();

/** Remembers what must not outlive the benchmark; returns how to forget it, once it was put away. */
export function remember(cleanUp: CleanUp): () => void {
  cleanUps.add(cleanUp);
  return () => cleanUps.delete(cleanUp);
}

/** Whoever stops a benchmark with Ctrl-C keeps neither its servers nor its gigabytes. */
export function cleanUpWhenStopped(): void {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(signal, () => void cleanUpAll().finally(() => process.exit(code)));
  }
}

/** The latest first: servers before their database. */
async function cleanUpAll(): Promise<void> {
  for (const cleanUp of [...cleanUps].toReversed()) {
    try {
      await cleanUp();
    } catch (error) {
      // One that fails must not keep the others.
      process.stderr.write(`abwab: ${String(error)}\n`);
    }
  }
}
