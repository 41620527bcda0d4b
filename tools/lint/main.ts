import { runCommand } from "../test/run-command.ts";
import { crossedBoundaries } from "./boundaries.ts";
import { readImportGraph } from "./import-graph.ts";

// npm run lint: oxlint with types, and the boundaries between projects. Everything it finds is an error.

const [graph, oxlint] = await Promise.all([
  readImportGraph(),
  runCommand(["node_modules/oxlint/bin/oxlint", ...process.argv.slice(2)]),
]);
const crossed = crossedBoundaries(graph);
for (const sentence of crossed) process.stderr.write(`boundary: ${sentence}\n`);
process.exit(oxlint === 0 && crossed.length === 0 ? 0 : 1);
