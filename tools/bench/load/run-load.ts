import { fork } from "node:child_process";
import path from "node:path";
import type { Edge, LoadMessage, LoadPlan, LoadResult } from "./load-plan.ts";

/** Runs a load in a process of its own and calls back when the measured time begins and when it ends. */
export async function runLoad(plan: LoadPlan, onEdge?: (edge: Edge) => void): Promise<LoadResult> {
  const child = fork(path.join(import.meta.dirname, "load-process.ts"));
  try {
    return await new Promise<LoadResult>((resolve, reject) => {
      child.on("message", (message: LoadMessage) => {
        if ("edge" in message) onEdge?.(message.edge);
        else resolve(message.result);
      });
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`The load ended early, with code ${code}.`)));
      child.send(plan);
    });
  } finally {
    child.kill();
  }
}
