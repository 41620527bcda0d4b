import { setTimeout as delay } from "node:timers/promises";
import type { MemoryHeld } from "./server-process.ts";

// Loaded before a server under measurement (see `memoryProbe`): on a signal it collects all garbage and says what is
// left. The second collection takes what the first one's finalizers let go; the pause lets V8 give pages back.

async function report(): Promise<void> {
  for (const _ of [1, 2]) {
    globalThis.gc?.();
    await delay(250);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  const held: MemoryHeld = { resident: rss, heap: heapUsed, external };
  process.stdout.write(`memory ${JSON.stringify(held)}\n`);
}

process.on("SIGUSR2", () => void report());
