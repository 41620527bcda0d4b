import { spawn } from "node:child_process";
import { workspaceRoot } from "../../tools/start/workspace.ts";

export interface ToolRun {
  code: number | null;
  /** All it printed, on both streams. */
  output: string;
}

/** A command of package.json as a person runs it: `runTool("tools/verify/main.ts", [], { ABWAB_DATA: … })`. */
export function runTool(script: string, words: string[], environment: Record<string, string>): Promise<ToolRun> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["tools/run.mjs", script, ...words], {
    cwd: workspaceRoot,
    env: { PATH, HOME, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
