import path from "node:path";
import { parseArgs } from "node:util";
import { FatalError } from "../start/fatal-error.ts";

export interface ReplayOptions {
  readonly file: string;
  readonly edition: string;
  /** Times real time; `max`: as fast as the service takes it. */
  readonly speed: number | "max";
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly url: string;
  readonly seed: string;
  /** Requests under way at once. */
  readonly concurrency: number;
}

const usage =
  "npm run replay -- --file F.csv --edition SLUG [--speed N|max] [--from TIME] [--to TIME] [--url http://127.0.0.1:4870] [--seed TEXT] [--concurrency 12]";

/** Reads the command line. Throws FatalError with a sentence and the usage. */
export function readOptions(words: string[]): ReplayOptions {
  const values = parse(words);
  if (values.file === undefined || values.edition === undefined)
    throw new FatalError(`--file and --edition are needed: ${usage}`);
  return {
    file: path.resolve(process.env["INIT_CWD"] ?? ".", values.file),
    edition: values.edition,
    speed: values.speed === "max" ? "max" : positive("--speed", values.speed),
    from: values.from,
    to: values.to,
    url: values.url.replace(/\/+$/, ""),
    seed: values.seed,
    concurrency: Math.ceil(positive("--concurrency", values.concurrency)),
  };
}

function parse(words: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: words,
      options: {
        file: text,
        edition: text,
        speed: { ...text, default: "max" },
        from: text,
        to: text,
        url: { ...text, default: "http://127.0.0.1:4870" },
        seed: { ...text, default: "1" },
        concurrency: { ...text, default: "12" },
      },
    }).values;
  } catch (cause) {
    throw new FatalError(`${cause instanceof Error ? cause.message : String(cause)}\n${usage}`, { cause });
  }
}

function positive(flag: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new FatalError(`${flag} "${text}" is not a number above 0${flag === "--speed" ? " or max" : ""}.`);
}
