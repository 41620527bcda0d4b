import { parseArgs } from "node:util";
import { FatalError } from "../start/fatal-error.ts";

export interface Options {
  /** Entries at the gates while an export runs, instead of the speed of exports. */
  readonly gates: boolean;
  /** Of the ledger that is exported meanwhile. */
  readonly rows: number;
  /** To see that it runs: its figures mean little and are not written to docs/. */
  readonly short: boolean;
}

const USAGE = "npm run bench:reports -- [--gates [--rows 5000000]] [--short]";
const LEAST_ROWS = 100_000;

/** Throws FatalError with a sentence and the usage. */
export function readOptions(words: string[]): Options {
  const values = parse(words);
  if (values.rows !== undefined && !values.gates) throw new FatalError(`--rows is for --gates: ${USAGE}`);
  const rows = Number((values.rows ?? (values.short ? "1000000" : "5000000")).replaceAll("_", ""));
  if (!(rows >= LEAST_ROWS)) throw new FatalError(`--rows ${values.rows} is no number from ${LEAST_ROWS} on: ${USAGE}`);
  return { gates: values.gates, rows, short: values.short };
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        gates: { type: "boolean", default: false },
        rows: { type: "string" },
        short: { type: "boolean", default: false },
      },
    }).values;
  } catch (cause) {
    throw new FatalError(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`, { cause });
  }
}
