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

const file = path.join(workspaceRoot, "docs", "benchmarks.json");

export function readResults(): Results {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results) : {};
}

export function writeResults(results: Results, page: string): void {
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(file.replace(/json$/, "md"), page);
}
