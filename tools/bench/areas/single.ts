import type { Bench, Run } from "../bench.ts";
import type { Contender } from "../contenders.ts";
import type { AreaResult, Table } from "../report/area-result.ts";
import { formatNumber } from "../report/format-number.ts";
import { median, spreadOf } from "../statistics.ts";
import { bestConnections, bestConventional, type Tuning } from "./tuning.ts";

const METHOD = `Closed loop, one entry a request, each service with the number of connections (and, for the conventional
one, the pool) at which it did best. Abwab keeps the unique ledger, tallies by minute and by day, the occupancy and the
zone's count row in each answer; the conventional service inserts and upserts one tally, on the same tables with the same
indexes, and answers without a count row. Processor time is that of the server process and of all of PostgreSQL.`;

/** Rows 1 and 2: durable single-entry requests a second, and the processor an entry. */
export async function measureSingle(bench: Bench): Promise<AreaResult> {
  const prisma = await bestConventional(bench, "prisma");
  const plain = await bestConventional(bench, "pg");
  await using abwab = await bench.contenders.abwab();
  await using conventional = await bench.contenders.conventional("prisma", prisma.best.poolSize);
  await using pg = await bench.contenders.conventional("pg", plain.best.poolSize);
  const own = await bestConnections(bench, abwab);
  const entrants: { contender: Contender; connections: number; runs: Run[] }[] = [
    { contender: conventional, connections: prisma.best.connections, runs: [] },
    { contender: abwab, connections: own.best.connections, runs: [] },
    { contender: pg, connections: plain.best.connections, runs: [] },
  ];
  for (let round = 1; round <= bench.amount(4, 1); round += 1) {
    for (const entrant of entrants) {
      const run = await bench.run(entrant.contender, { connections: entrant.connections });
      entrant.runs.push(run);
      bench.say(`round ${round}, ${entrant.contender.name}: ${describe(run)}`);
    }
  }
  const [base, ours] = entrants.map(({ runs }) => runs) as [Run[], Run[]];
  const throughput = ours.map((run, round) => run.entriesPerSecond / (base[round] as Run).entriesPerSecond);
  const processor = ours.map((run, round) => processorOf(base[round] as Run) / processorOf(run));
  return {
    method: METHOD,
    figures: [
      {
        number: "1",
        name: "durable single-entry requests a second against the conventional service",
        measured: spreadOf(throughput),
        unit: "×",
        atLeast: 25,
        aimFor: 40,
        better: "higher",
      },
      {
        number: "2",
        name: "how many times less processor an entry takes than at the conventional service",
        measured: spreadOf(processor),
        unit: "×",
        atLeast: 25,
        aimFor: 40,
        better: "higher",
      },
    ],
    tables: [
      {
        caption: "Single-entry requests (median of the rounds, lowest and highest in brackets)",
        columns: ["service", "requests a second", "p50 ms", "p99 ms", "server µs an entry", "PostgreSQL µs an entry"],
        rows: entrants.map(({ contender, runs }) => rowOf(contender.name, runs)),
      },
      sweepTable("Abwab", own.sweep),
      sweepTable("Nest + Prisma", prisma.sweep),
      sweepTable("Nest + plain pg", plain.sweep),
    ],
  };
}

const processorOf = (run: Run): number => run.server + run.database;

function describe(run: Run): string {
  const { entriesPerSecond, latency, server, database } = run;
  const figures = [entriesPerSecond, latency.p50, latency.p99, server, database].map(formatNumber);
  return `${figures[0]}/s, p50 ${figures[1]} ms, p99 ${figures[2]} ms, µs ${figures[3]} + ${figures[4]}`;
}

function rowOf(name: string, runs: readonly Run[]): string[] {
  const { median: middle, lowest, highest } = spreadOf(runs.map((run) => run.entriesPerSecond));
  const others = [
    (run: Run) => run.latency.p50,
    (run: Run) => run.latency.p99,
    (run: Run) => run.server,
    (run: Run) => run.database,
  ];
  return [
    name,
    `${formatNumber(middle)} (${formatNumber(lowest)}–${formatNumber(highest)})`,
    ...others.map((read) => formatNumber(median(runs.map(read)))),
  ];
}

function sweepTable(name: string, sweep: readonly Tuning[]): Table {
  return {
    caption: `${name}: the sweep, requests a second`,
    columns: ["pool", "connections", "requests a second"],
    rows: sweep.map((it) => [String(it.poolSize), String(it.connections), formatNumber(it.entriesPerSecond)]),
  };
}
