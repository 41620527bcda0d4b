import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runNx } from "../start/run-nx.ts";
import type { ImportGraph } from "./boundaries.ts";

interface NxGraph {
  graph: { dependencies: Record<string, { target: string }[]> };
}

/** Who imports whom, as Nx reads it out of the sources. */
export async function readImportGraph(): Promise<ImportGraph> {
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-graph-"));
  const file = path.join(directory, "graph.json");
  try {
    const { code, output } = await runNx(["graph", `--file=${file}`]);
    if (code !== 0) throw new Error(`Nx cannot read the graph of imports:\n${output}`);
    const { graph } = JSON.parse(readFileSync(file, "utf8")) as NxGraph;
    return Object.fromEntries(
      Object.entries(graph.dependencies).map(([project, imports]) => [project, imports.map(({ target }) => target)]),
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
