import { cpus } from "node:os";
import path from "node:path";
import { findProgram } from "../bench/machine/find-program.ts";
import { EDITION } from "../bench/machine/park.ts";
import { FatalError } from "../start/fatal-error.ts";
import { copyQueryOf } from "./copy-query.ts";
import { copyWithPsql } from "./copy-with-psql.ts";
import { type MadeExport, makeExport } from "./make-export.ts";
import type { Options } from "./options.ts";
import { startReportsBench } from "./reports-bench.ts";

const ROWS = 1_000_000;
const ROUNDS = 3;

export interface Round {
  /** Seconds. */
  psql: number;
  csv: MadeExport;
  xlsx: MadeExport;
}

export interface MeasuredExports {
  cores: number;
  rows: number;
  rounds: Round[];
}

/** A ledger of a million entries, exported through the product's API and copied by psql, in turns. */
export async function measureExports({ short }: Options, say: (line: string) => void): Promise<MeasuredExports> {
  const psql = findProgram("psql");
  if (psql === undefined) throw new FatalError("There is no psql here to compare with: install PostgreSQL's client.");
  await using bench = await startReportsBench(short ? ROWS / 10 : ROWS, say);
  const { client, databaseUrl, server } = bench;
  const make = (format: "csv" | "xlsx"): Promise<MadeExport> => makeExport(client, EDITION, format, server.pid);
  const query = await copyQueryOf(databaseUrl, () => make("csv"));
  const rounds: Round[] = [];
  for (let round = 1; round <= (short ? 1 : ROUNDS); round += 1) {
    const seconds = await copyWithPsql(psql, databaseUrl, query, path.join(bench.directory, "psql.csv"));
    rounds.push({ psql: seconds, csv: await make("csv"), xlsx: await make("xlsx") });
    say(`round ${round}: ${JSON.stringify(rounds.at(-1))}`);
  }
  return { cores: cpus().length, rows: rounds[0]?.csv.rows ?? 0, rounds };
}
