import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { workspaceRoot } from "../../start/workspace.ts";
import type { AreaName } from "../options.ts";
import type { AreaResult } from "./area-result.ts";
import type { Machine } from "./machine-description.ts";

export interface MeasuredArea extends AreaResult {
  measuredAt: string;
  machine: Machine;
}

/** What docs/benchmarks.json holds: each area as it was measured last. */
export type Results = Partial<Record<AreaName, MeasuredArea>>;

/** Which page of docs/: entries without passes, or with one each. */
export type PageName = "benchmarks" | "benchmarks-passes";

const fileOf = (name: PageName): string => path.join(workspaceRoot, "docs", `${name}.json`);

export function readResults(name: PageName): Results {
  const file = fileOf(name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results) : {};
}

export function writeResults(name: PageName, results: Results, page: string): void {
  const file = fileOf(name);
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(file.replace(/json$/, "md"), page);
}
