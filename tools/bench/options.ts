import { parseArgs } from "node:util";
import { FatalError } from "../start/fatal-error.ts";

/** What is measured each time. */
const usualAreas = ["single", "drain", "route", "idle", "rate", "screens", "sockets", "overload"] as const;
/** What takes a quarter of an hour and more, and is measured with `--long` or when it is named. */
const longAreas = ["ledger", "memory"] as const;

export const areaNames = [...usualAreas, ...longAreas] as const;
export type AreaName = (typeof areaNames)[number];

export interface Options {
  readonly areas: readonly AreaName[];
  /** A few seconds each, to see that it runs: its figures mean little and are not written to docs/. */
  readonly short: boolean;
  /** Entries bring passes, which every service looks up and keeps: docs/benchmarks-passes.md stands beside the page without. */
  readonly passes: boolean;
  /** Entries of the large ledger, which is compared with one a twenty-fifth of its size. */
  readonly rows: number;
  /** How long memory is watched. */
  readonly minutes: number;
}

const USAGE = `npm run bench -- [--only AREA]… [--short] [--long] [--passes] [--rows N] [--minutes N], where AREA is one of ${areaNames.join(", ")}`;

/** Throws FatalError, with what may be said, for words that mean nothing. */
export function readOptions(words: string[]): Options {
  const values = parse(words);
  const wanted = values.only ?? [];
  const unknown = wanted.find((name) => !areaNames.includes(name as AreaName));
  if (unknown !== undefined) throw new FatalError(`There is no area ${unknown}; there are ${areaNames.join(", ")}.`);
  const usual: readonly AreaName[] = values.long ? areaNames : usualAreas;
  const areas = wanted.length === 0 ? usual : areaNames.filter((name) => wanted.includes(name));
  for (const [option, area] of [
    ["rows", "ledger"],
    ["minutes", "memory"],
  ] as const) {
    if (values[option] !== undefined && !areas.includes(area))
      throw new FatalError(`--${option} is for the area ${area}: add --only ${area}, or --long.`);
  }
  return {
    areas,
    short: values.short,
    passes: values.passes,
    rows: amountOf("rows", values.rows, values.short ? 25_000 : 25_000_000, 2_500),
    minutes: amountOf("minutes", values.minutes, values.short ? 0.2 : 60, 0.1),
  };
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        only: { type: "string", multiple: true },
        short: { type: "boolean", default: false },
        long: { type: "boolean", default: false },
        passes: { type: "boolean", default: false },
        rows: { type: "string" },
        minutes: { type: "string" },
      },
    }).values;
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (!code.startsWith("ERR_PARSE_ARGS")) throw error;
    throw new FatalError(`${message.split(". ")[0]}.\n${USAGE}`, { cause: error });
  }
}

function amountOf(option: string, text: string | undefined, usual: number, least: number): number {
  if (text === undefined) return usual;
  const amount = Number(text.replaceAll("_", ""));
  if (amount >= least && Number.isFinite(amount)) return amount;
  throw new FatalError(`--${option} ${text} is no number of ${option} from ${least} on.`);
}
