import { cpus } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "@abwab/api-client";
import { type ExportFormat, type ExportSummary, routes } from "@abwab/contract";
import { refuseWithoutRoom } from "../bench/ledger/refuse-without-room.ts";
import { runLoad } from "../bench/load/run-load.ts";
import { EDITION } from "../bench/machine/park.ts";
import { measureDayReport, type MeasuredReport } from "./measure-day-report.ts";
import type { Options } from "./options.ts";
import { startReportsBench } from "./reports-bench.ts";

/** Entries a second at all gates in the peak hour, each a request of its own. */
export const RATE = 360;
const CONNECTIONS = 64;
const LOOK_MS = 50;

/** p99 in ms: without an export, then with one of each format. */
export interface GatesRound {
  alone: number;
  csv: number;
  xlsx: number;
}

export interface MeasuredGates {
  cores: number;
  rows: number;
  seconds: number;
  rounds: GatesRound[];
  report: MeasuredReport;
}

/** Entries at the rate of the peak hour while the whole ledger is exported, and while nothing is, in turns. */
export async function measureGates({ rows, short }: Options, say: (line: string) => void): Promise<MeasuredGates> {
  refuseWithoutRoom(rows);
  const seconds = short ? 2 : 12;
  await using bench = await startReportsBench(rows, say);
  const { client } = bench;
  const p99 = async (): Promise<number> => {
    const plan = { port: bench.server.port, kiosks: bench.kiosks, connections: CONNECTIONS, itemsPerRequest: 1 };
    const result = await runLoad({ ...plan, rate: RATE, warmUpSeconds: short ? 1 : 3, seconds });
    const others = Object.keys(result.statuses).filter((status) => status !== "200");
    if (others.length > 0 || result.unanswered > 0)
      throw new Error(`Not every entry was taken: ${JSON.stringify(result)}`);
    return result.latency.p99;
  };
  const during = async (format: ExportFormat): Promise<number> => {
    const { id } = await running(client, format);
    const measured = await p99();
    const after = await stateOf(client, id);
    if (after.state !== "running")
      throw new Error(`The export was ${after.state} before the entries had been measured: take more --rows.`);
    say(`  ${format}: ${after.progress.rows.toLocaleString("en")} rows exported meanwhile`);
    await client.call(routes.removeExport, { params: { slug: EDITION, id } });
    return measured;
  };
  const rounds: GatesRound[] = [];
  for (let round = 1; round <= (short ? 1 : 5); round += 1) {
    rounds.push({ alone: await p99(), csv: await during("csv"), xlsx: await during("xlsx") });
    say(`round ${round}: ${JSON.stringify(rounds.at(-1))}`);
  }
  return { cores: cpus().length, rows, seconds, rounds, report: await measureDayReport(bench) };
}

/** An export of the whole ledger that has written something. */
async function running(client: Client, format: ExportFormat): Promise<ExportSummary> {
  const body = { what: "ledger", format, locale: "en" } as const;
  const { id } = await client.call(routes.createExport, { params: { slug: EDITION }, body });
  for (;;) {
    const summary = await stateOf(client, id);
    if (summary.progress.rows > 0) return summary;
    await delay(LOOK_MS);
  }
}

const stateOf = (client: Client, id: string): Promise<ExportSummary> =>
  client.call(routes.getExport, { params: { slug: EDITION, id } });
