import { parseArgs } from "node:util";
import { FatalError } from "../start/fatal-error.ts";

export interface DemoOptions {
  /** A product that is running; without one the demo starts it. */
  readonly url: string | undefined;
  /** Entries a second at the busiest hour. */
  readonly rate: number;
  /** How many times faster than people walk: 600 lets the crowd of ten minutes through in one second. */
  readonly speed: number;
  readonly seed: string;
}

const usage = "npm run demo [-- --rate 80] [--seed TEXT] [--url http://127.0.0.1:4870]";
const highestRate = 2_000;
const highestSpeed = 3_600;

export function readOptions(words: string[]): DemoOptions {
  const { url, rate, speed, seed } = parse(words);
  const perSecond = Number(rate);
  if (!(perSecond > 0 && perSecond <= highestRate)) {
    throw new FatalError(`--rate "${rate}" is not a number of entries a second up to ${highestRate}.`);
  }
  const times = Number(speed);
  if (!(times >= 1 && times <= highestSpeed)) {
    throw new FatalError(`--speed "${speed}" is not a number from 1 to ${highestSpeed}.`);
  }
  return { url: url?.replace(/\/+$/, ""), rate: perSecond, speed: times, seed };
}

function parse(words: string[]) {
  const text = { type: "string" } as const;
  try {
    const options = {
      url: text,
      rate: { ...text, default: "80" },
      speed: { ...text, default: "1" },
      seed: { ...text, default: "1" },
    };
    return parseArgs({ args: words, options }).values;
  } catch (cause) {
    throw new FatalError(`${cause instanceof Error ? cause.message : String(cause)}\n${usage}`, { cause });
  }
}
