import path from "node:path";
import { parseArgs } from "node:util";
import { FatalError } from "../start/fatal-error.ts";

/** The folder that the command's one flag names; relative to where the command was typed. */
export function readFolder(flag: "to" | "from", words: string[], usage: string): string {
  try {
    const { values } = parseArgs({ args: words, options: { [flag]: { type: "string" } } });
    const folder = values[flag];
    if (typeof folder === "string" && folder !== "") return path.resolve(process.env["INIT_CWD"] ?? ".", folder);
  } catch (cause) {
    throw new FatalError(`${cause instanceof Error ? cause.message : String(cause)}\n${usage}`, { cause });
  }
  throw new FatalError(`Name the folder: ${usage}`);
}
