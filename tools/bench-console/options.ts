import { parseArgs } from "node:util";
import { FatalError } from "../start/fatal-error.ts";

export interface BenchConsoleOptions {
  readonly minutes: number;
  /** Times faster than people walk. */
  readonly speed: number;
  /** Entries a second at the busiest hour. */
  readonly rate: number;
}

const usage = "npm run bench:console [-- --minutes 30] [--speed 600] [--rate 200]";

export function readOptions(words: string[]): BenchConsoleOptions {
  const text = { type: "string" } as const;
  const parse = () => {
    try {
      return parseArgs({
        args: words,
        options: {
          minutes: { ...text, default: "30" },
          speed: { ...text, default: "600" },
          rate: { ...text, default: "200" },
        },
      }).values;
    } catch (cause) {
      throw new FatalError(`${cause instanceof Error ? cause.message : String(cause)}\n${usage}`, { cause });
    }
  };
  const values = parse();
  return {
    minutes: positive("minutes", values.minutes),
    speed: positive("speed", values.speed),
    rate: positive("rate", values.rate),
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value)))
    throw new FatalError(`--${name} "${text}" is no number above 0.\n${usage}`);
  return value;
}
