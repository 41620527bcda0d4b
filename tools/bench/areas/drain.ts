import { fork } from "node:child_process";
import path from "node:path";
import { runPgbench } from "../bare/pgbench.ts";
import type { BatchPlan } from "../bare/postgres-batches.ts";
import { runCopy } from "../bare/psql-copy.ts";
import type { Bench, Run } from "../bench.ts";
import type { Contender } from "../contenders.ts";
import { PASSES } from "../machine/issue-passes.ts";
import { findProgram } from "../machine/find-program.ts";
import type { AreaResult, Table } from "../report/area-result.ts";
import { formatNumber } from "../report/format-number.ts";
import { median, type Spread, spreadOf } from "../statistics.ts";

const CONNECTIONS = 2;
const METHOD = `Closed loop, 50 entries a request, as outboxes drain. PostgreSQL's own limit is the same function
(\`record_entries\`) called straight through \`pg\` on two connections, as the service has two transactions under way, with
the batch size that the service was seen to use in the same round; there is no HTTP, no JSON and no check of anything in
it, and no load generator beside it, which shares the cores with the service. pgbench calls the same function with
the same arguments on as many connections, its ids made by PostgreSQL. psql's COPY puts its rows into the ledger alone, in one
transaction: it looks for no duplicate, tallies nothing and answers nobody.`;

/** Entries a second of a round: of the service, and of what it is compared with; undefined where that is not installed. */
interface Round {
  run: Run;
  batch: number;
  limit: number;
  pgbench: number | undefined;
  copy: number | undefined;
}

/** Row 3: entries a second of outboxes that drain, against PostgreSQL's own limit. */
export async function measureDrain(bench: Bench): Promise<AreaResult> {
  await using abwab = await bench.contenders.abwab();
  await using direct = await bench.contenders.abwab();
  const rounds: Round[] = [];
  for (let round = 1; round <= bench.amount(5, 1); round += 1) {
    const measured = await measureRound(bench, abwab, direct.databaseUrl);
    rounds.push(measured);
    const { run, batch, limit, pgbench, copy } = measured;
    const others = [pgbench, copy].map((rate) => formatNumber(rate ?? NaN));
    bench.say(
      `round ${round}: ${formatNumber(run.entriesPerSecond)} of ${formatNumber(limit)} entries/s, batches of ${batch}, ` +
        `µs ${formatNumber(run.server)} + ${formatNumber(run.database)}, load ${run.processorSeconds.toFixed(1)} s; ` +
        `pgbench ${others[0]}/s, COPY ${others[1]}/s`,
    );
  }
  return {
    method: METHOD,
    figures: [
      {
        number: "3",
        name: "outbox drain (50 a request), entries a second, against PostgreSQL's own limit",
        measured: spreadOf(rounds.map(({ run, limit }) => run.entriesPerSecond / limit)),
        unit: "×",
        atLeast: 0.6,
        aimFor: 0.85,
        better: "higher",
      },
    ],
    tables: [tableOf(rounds)],
  };
}

async function measureRound(bench: Bench, abwab: Contender, url: string): Promise<Round> {
  const before = await batchTotals(abwab);
  const run = await bench.run(abwab, { connections: bench.amount(64, 16), itemsPerRequest: 50 });
  const after = await batchTotals(abwab);
  const batch = Math.round((after.items - before.items) / (after.batches - before.batches));
  const [warmUpSeconds, seconds] = [bench.amount(1.5, 0.5), bench.amount(6, 1)];
  const passes = bench.options.passes ? PASSES : undefined;
  const plan: BatchPlan = { url, batch, connections: CONNECTIONS, warmUpSeconds, seconds, ...(passes && { passes }) };
  const [pgbench, psql] = [findProgram("pgbench"), findProgram("psql")];
  return {
    run,
    batch,
    limit: await feed(plan),
    pgbench: pgbench === undefined ? undefined : await runPgbench(pgbench, plan),
    copy: psql === undefined ? undefined : await runCopy(psql, url, bench.amount(200_000, 5_000)),
  };
}

function tableOf(rounds: readonly Round[]): Table {
  const batch = middle(rounds.map((round) => round.batch));
  const row = (name: string, rate: (round: Round) => number | undefined, ...rest: string[]): string[] => {
    const rates = rounds.map(rate).filter((value) => value !== undefined);
    const shares = rounds.map((round) => round.run.entriesPerSecond / (rate(round) ?? NaN));
    if (rates.length === 0) return [name, "not installed where this was measured", "–", "–", "–", "–"];
    return [name, withSpread(spreadOf(rates)), withSpread(spreadOf(shares)), ...rest];
  };
  const server = middle(rounds.map(({ run }) => run.server));
  const database = middle(rounds.map(({ run }) => run.database));
  return {
    caption: "Outbox drain (median of the rounds, lowest and highest in brackets)",
    columns: [
      "",
      "entries a second",
      "Abwab's share of it",
      "entries a transaction",
      "server µs an entry",
      "PostgreSQL µs an entry",
    ],
    rows: [
      row("Abwab, 50 a request", ({ run }) => run.entriesPerSecond, batch, server, database),
      row("PostgreSQL through pg", ({ limit }) => limit, batch, "–", "–"),
      row("PostgreSQL through pgbench", ({ pgbench }) => pgbench, batch, "–", "–"),
      row("psql's COPY, into the ledger alone", ({ copy }) => copy, "all", "–", "–"),
    ],
  };
}

function withSpread({ median: middleValue, lowest, highest }: Spread): string {
  return `${formatNumber(middleValue)} (${formatNumber(lowest)}–${formatNumber(highest)})`;
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
