import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { connectionEnvironment } from "../machine/find-program.ts";
import { queryOnce } from "../machine/database-server.ts";
import { argumentsOf, PLACES, type Place } from "./batch-arguments.ts";
import type { BatchPlan } from "./postgres-batches.ts";

const run = promisify(execFile);
/** The place of the ids among the arguments of `record_entries`. */
const IDS = 4;

/** Has pgbench call `record_entries` with such batches; the ids are PostgreSQL's own. Resolves with entries a second. */
export async function runPgbench(program: string, plan: BatchPlan): Promise<number> {
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-pgbench-"));
  try {
    const script = path.join(directory, "record-entries.sql");
    writeFileSync(script, scriptOf(plan.batch, await queryOnce<Place>(plan.url, PLACES)));
    const words = (seconds: number): string[] => [
      "--no-vacuum",
      "--protocol=prepared",
      `--file=${script}`,
      `--client=${plan.connections}`,
      "--jobs=1",
      `--time=${Math.max(1, Math.round(seconds))}`,
    ];
    const env = { ...process.env, ...connectionEnvironment(plan.url) };
    await run(program, words(plan.warmUpSeconds), { env });
    const { stdout } = await run(program, words(plan.seconds), { env });
    const transactions = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
    if (transactions === undefined) throw new Error(`pgbench said no tps:\n${stdout}`);
    return Number(transactions) * plan.batch;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function scriptOf(batch: number, places: readonly Place[]): string {
  const ids = `array(select uuidv7() from generate_series(1, ${batch}))`;
  const values = argumentsOf(batch, places, () => "").map((value, index) =>
    index === IDS ? ids : typeof value === "string" ? `'${value}'` : String(value),
  );
  return `select * from record_entries(${values.join(", ")});\n`;
}
