import { spawn } from "node:child_process";
import path from "node:path";
import { FatalError } from "./fatal-error.ts";
import { workspaceRoot } from "./workspace.ts";

// Longer than a build that comes out of Nx's cache takes.
const worthMentioning = 2_500;

/** Builds the service and both front ends; says nothing when there was nothing to build. */
export async function buildProduct(say: (line: string) => void): Promise<void> {
  const mention = setTimeout(() => say("building the service, the console and the kiosk …"), worthMentioning);
  try {
    const { code, output } = await runNx([
      "run-many",
      "--target=build",
      "--projects=api,console,kiosk",
      "--outputStyle=static",
    ]);
    if (code !== 0) throw new FatalError(`The build failed:\n${output.trim()}`);
  } finally {
    clearTimeout(mention);
  }
}

function runNx(words: string[]): Promise<{ code: number | null; output: string }> {
  const nx = path.join(workspaceRoot, "node_modules", "nx", "dist", "bin", "nx.js");
  return new Promise((resolve, reject) => {
    // In a session of its own: Ctrl-C in the terminal is ours to answer.
    const child = spawn(process.execPath, [nx, ...words], {
      cwd: workspaceRoot,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
