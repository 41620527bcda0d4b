import { spawn } from "node:child_process";
import path from "node:path";
import { workspaceRoot } from "./workspace.ts";

/** Runs Nx without showing its output, which is returned. */
export function runNx(words: string[]): Promise<{ code: number | null; output: string }> {
  const nx = path.join(workspaceRoot, "node_modules", "nx", "dist", "bin", "nx.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nx, ...words], {
      cwd: workspaceRoot,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
