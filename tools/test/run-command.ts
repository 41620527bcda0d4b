import { spawn } from "node:child_process";
import { workspaceRoot } from "../start/workspace.ts";

/** Runs one of the workspace's programs on this Node, showing its output; resolves with its exit code. */
export function runCommand(words: string[], environment: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: workspaceRoot,
      stdio: "inherit",
      env: { ...process.env, ...environment },
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

export function runNx(words: string[]): Promise<number> {
  return runCommand(["node_modules/nx/dist/bin/nx.js", ...words], { NX_TUI: "false" });
}
