import path from "node:path";

export const workspaceRoot = path.resolve(import.meta.dirname, "..", "..");

export const serviceEntry = path.join(workspaceRoot, "dist", "apps", "api", "main.js");

/** Where the embedded database and the logs lie. */
export function dataDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(workspaceRoot, environment["ABWAB_DATA"] || "data");
}
