import { fork } from "node:child_process";
import path from "node:path";
import type { BatchPlan } from "../bare/postgres-batches.ts";
import type { Bench, Run } from "../bench.ts";
import type { Contender } from "../contenders.ts";
import type { AreaResult } from "../report/area-result.ts";
import { formatNumber } from "../report/format-number.ts";
import { median, spreadOf } from "../statistics.ts";

const METHOD = `Closed loop, 50 entries a request, as outboxes drain. PostgreSQL's own limit is the same function
(\`record_entries\`) called straight through \`pg\` on two connections, as the service has two transactions under way, with
the batch size that the service was seen to use in the same round; there is no HTTP, no JSON and no check of anything in
it, and no load generator beside it, which shares the two cores with the service.`;

/** Row 3: entries a second of outboxes that drain, against PostgreSQL's own limit. */
export async function measureDrain(bench: Bench): Promise<AreaResult> {
  await using abwab = await bench.contenders.abwab();
  await using direct = await bench.contenders.abwab();
  const runs: Run[] = [];
  const limits: number[] = [];
  const batches: number[] = [];
  for (let round = 1; round <= bench.amount(5, 1); round += 1) {
    const before = await batchTotals(abwab);
    const run = await bench.run(abwab, { connections: bench.amount(64, 16), itemsPerRequest: 50 });
    const after = await batchTotals(abwab);
    const batch = Math.round((after.items - before.items) / (after.batches - before.batches));
    const limit = await feed({
      url: direct.databaseUrl,
      batch,
      connections: 2,
      warmUpSeconds: bench.amount(1.5, 0.5),
      seconds: bench.amount(6, 1),
    });
    runs.push(run);
    limits.push(limit);
    batches.push(batch);
    bench.say(
      `round ${round}: ${formatNumber(run.entriesPerSecond)} of ${formatNumber(limit)} entries/s, batches of ${batch}, ` +
        `µs ${formatNumber(run.server)} + ${formatNumber(run.database)}, load ${run.processorSeconds.toFixed(1)} s`,
    );
  }
  const shares = runs.map((run, round) => run.entriesPerSecond / (limits[round] as number));
  return {
    method: METHOD,
    figures: [
      {
        number: "3",
        name: "outbox drain (50 a request), entries a second, against PostgreSQL's own limit",
        measured: spreadOf(shares),
        unit: "×",
        atLeast: 0.6,
        aimFor: 0.85,
        better: "higher",
      },
    ],
    tables: [
      {
        caption: "Outbox drain (medians)",
        columns: ["", "entries a second", "entries a transaction", "server µs an entry", "PostgreSQL µs an entry"],
        rows: [
          [
            "Abwab, 50 a request",
            ...[runs.map((run) => run.entriesPerSecond), batches, runs.map((run) => run.server)].map(middle),
            middle(runs.map((run) => run.database)),
          ],
          ["PostgreSQL through pg", middle(limits), middle(batches), "–", "–"],
        ],
      },
    ],
  };
}

const middle = (values: number[]): string => formatNumber(median(values));

async function feed(plan: BatchPlan): Promise<number> {
  const child = fork(path.join(import.meta.dirname, "..", "bare", "postgres-batches.ts"));
  return new Promise((resolve, reject) => {
    child.once("message", (result) => resolve((result as { entriesPerSecond: number }).entriesPerSecond));
    child.once("exit", (code) => reject(new Error(`PostgreSQL could not be fed: code ${code}.`)));
    child.send(plan);
  });
}

async function batchTotals({ server }: Contender): Promise<{ items: number; batches: number }> {
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  const read = (name: string): number => Number(new RegExp(`^abwab_batch_items_${name} (\\S+)`, "m").exec(text)?.[1]);
  return { items: read("sum"), batches: read("count") };
}
