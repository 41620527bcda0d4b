import { areaNames } from "../options.ts";
import { type AreaResult, type Figure, type Table, verdictOf } from "./area-result.ts";
import { formatNumber } from "./format-number.ts";
import type { MeasuredArea, Results } from "./results-file.ts";

const titles: Record<(typeof areaNames)[number], string> = {
  single: "One entry a request",
  drain: "Outboxes that drain",
  route: "The hot route by itself",
  idle: "An entry alone",
  rate: "Latency at a rate",
  screens: "Screens",
  overload: "Overload",
};

/** docs/benchmarks.md: the table of figures, then what was compared and how. */
export function renderPage(results: Results): string {
  const areas = areaNames.flatMap((name) => {
    const area = results[name];
    return area === undefined ? [] : [{ name, area }];
  });
  const figures = areas.flatMap(({ area }) => area.figures).toSorted((a, b) => Number(a.number) - Number(b.number));
  const lines = [
    "# Benchmarks",
    "",
    "Written by `npm run bench`. Each figure compares things that were measured in one run, in turns; the machine is shared,",
    "so only ratios say something, and where the spread is wide, little. The load generator, the service and PostgreSQL share its cores. Every acknowledged entry",
    "is looked for on the ledger after each round.",
    "",
    ...machineOf(areas.map(({ area }) => area)),
    "",
    ...tableLines(["#", "figure", "measured (lowest–highest)", "reach at least", "aim for", ""], figures.map(rowOf)),
    "",
    "There is no measurement yet of 11 (queries on 25 million entries against 1 million) and 13 (memory after an hour).",
    ...areas.flatMap(({ name, area }) => section(titles[name], area)),
  ];
  return `${lines.join("\n")}\n`;
}

function machineOf(areas: readonly MeasuredArea[]): string[] {
  const latest = areas.toSorted((a, b) => b.measuredAt.localeCompare(a.measuredAt))[0];
  if (latest === undefined) return [];
  const { cores, memoryGiB, system, node, version, fsync, synchronousCommit, fsyncMilliseconds } = latest.machine;
  return [
    `${cores} shared cores, ${memoryGiB} GiB, ${system}; Node ${node}; PostgreSQL ${version} with \`fsync\` ${fsync} and ` +
      `\`synchronous_commit\` ${synchronousCommit}; a write of 8 KiB with fdatasync takes ${formatNumber(fsyncMilliseconds)} ms.`,
  ];
}

function section(title: string, { method, tables, measuredAt }: MeasuredArea): string[] {
  const heading = ["", `## ${title}`, "", `${method} Measured ${measuredAt.slice(0, 10)}.`];
  return [
    ...heading,
    ...tables.flatMap(({ caption, columns, rows }: Table) => ["", `${caption}:`, "", ...tableLines(columns, rows)]),
  ];
}

function rowOf(figure: Figure): string[] {
  const { number, name, measured, unit, atLeast, aimFor } = figure;
  const withUnit = (value: number): string =>
    unit === "×" ? `${formatNumber(value)}×` : `${formatNumber(value)} ${unit}`;
  const spread = `${formatNumber(measured.lowest)}–${formatNumber(measured.highest)}`;
  return [
    number,
    name,
    `${withUnit(measured.median)} (${spread})`,
    withUnit(atLeast),
    withUnit(aimFor),
    verdictOf(figure),
  ];
}

function tableLines(columns: string[], rows: string[][]): string[] {
  const line = (cells: string[]): string => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)];
}

export type { AreaResult };
