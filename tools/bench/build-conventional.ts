import path from "node:path";
import { build } from "rolldown";
import { workspaceRoot } from "../start/workspace.ts";

const sources = path.join(import.meta.dirname, "conventional");

/** Bundles the conventional service, as the product is bundled (decorators need it). Returns the program's path. */
export async function buildConventional(): Promise<string> {
  const file = path.join(workspaceRoot, "dist", "bench", "conventional.js");
  await build({
    input: path.join(sources, "main.ts"),
    platform: "node",
    external: isPackage,
    tsconfig: path.join(sources, "tsconfig.json"),
    transform: { target: "es2024" },
    output: { file, format: "esm", codeSplitting: false },
    logLevel: "warn",
  });
  return file;
}

function isPackage(id: string): boolean {
  const isOwn = /^[./\0]/.test(id) || /^[A-Za-z]:/.test(id) || id.startsWith("@abwab/");
  return !isOwn && !id.startsWith("@oxc-project/");
}
