import { parseArgs } from "node:util";
import { FatalError } from "../start/fatal-error.ts";

export const areaNames = ["single", "drain", "route", "idle", "rate", "screens", "overload"] as const;
export type AreaName = (typeof areaNames)[number];

export interface Options {
  readonly areas: readonly AreaName[];
  /** A few seconds each, to see that it runs: its figures mean little and are not written to docs/. */
  readonly short: boolean;
}

export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: { only: { type: "string", multiple: true }, short: { type: "boolean", default: false } },
  });
  const wanted = values.only ?? [];
  const unknown = wanted.find((name) => !areaNames.includes(name as AreaName));
  if (unknown !== undefined) throw new FatalError(`There is no area ${unknown}; there are ${areaNames.join(", ")}.`);
  return { areas: areaNames.filter((name) => wanted.length === 0 || wanted.includes(name)), short: values.short };
}
