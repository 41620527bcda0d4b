import { setTimeout as wait } from "node:timers/promises";

const EVERY_MS = 20;

/** What `work` takes, and the longest that anyone else had to wait for an answer meanwhile; both in ms. */
export async function besideHealth(
  url: string,
  work: () => Promise<unknown>,
): Promise<{ took: number; longest: number }> {
  const ended = new AbortController();
  const timed = async (): Promise<number> => {
    const began = performance.now();
    try {
      await work();
    } finally {
      ended.abort();
    }
    return performance.now() - began;
  };
  const [took, longest] = await Promise.all([timed(), watch(url, ended.signal)]);
  return { took, longest };
}

async function watch(url: string, signal: AbortSignal): Promise<number> {
  let longest = 0;
  while (!signal.aborted) {
    const began = performance.now();
    const answer = await fetch(new URL("/health/live", url));
    await answer.text();
    longest = Math.max(longest, performance.now() - began);
    await wait(EVERY_MS);
  }
  return longest;
}
