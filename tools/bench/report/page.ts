import { areaNames } from "../options.ts";
import { type Figure, type Table, verdictOf } from "./area-result.ts";
import { formatNumber } from "./format-number.ts";
import type { MeasuredArea, PageName, Results } from "./results-file.ts";

const titles: Record<(typeof areaNames)[number], string> = {
  single: "One entry a request",
  drain: "Outboxes that drain",
  route: "The hot route by itself",
  idle: "An entry alone",
  rate: "Latency at a rate",
  screens: "Screens",
  sockets: "Sockets",
  overload: "Overload",
  ledger: "A large ledger",
  memory: "Memory over time",
};

const heads: Record<PageName, readonly string[]> = {
  benchmarks: [
    "# Benchmarks",
    "",
    "Written by `npm run bench`; rows 11 and 13 by `npm run bench -- --long`, and kept from its last run by the others. Each",
  ],
  "benchmarks-passes": [
    "# Benchmarks with passes",
    "",
    "Written by `npm run bench -- --passes`: the rows of [benchmarks.md](benchmarks.md) that record entries, where every entry",
    "shows one of 200,000 passes. Each service looks the pass up, flags one that was seen at the zone before, and keeps its",
    "digest with the entry, on the same tables and indexes. Each",
  ],
};

/** A page of docs/: the table of figures, then what was compared and how. */
export function renderPage(page: PageName, results: Results): string {
  const areas = areaNames.flatMap((name) => {
    const area = results[name];
    return area === undefined ? [] : [{ name, area }];
  });
  const figures = areas
    .flatMap(({ area }) => area.figures.map((figure) => ({ figure, measuredAt: area.measuredAt })))
    .toSorted((a, b) => Number(a.figure.number) - Number(b.figure.number));
  const columns = ["#", "figure", "reach at least", "aim for", "measured: median (lowest–highest)", "reached?", "on"];
  const lines = [
    ...heads[page],
    "figure compares what was measured in one run, in turns. The load generator, the service and PostgreSQL share the machine,",
    "so only ratios say something, and where the spread is wide, little. Every acknowledged entry is looked for on the ledger",
    "after each round.",
    "",
    ...machineOf(areas.map(({ area }) => area)),
    ...tableLines(
      columns,
      figures.map(({ figure, measuredAt }) => [...rowOf(figure), dateOf(measuredAt)]),
    ),
    ...(page === "benchmarks" ? missingFigures(figures.map(({ figure }) => figure.number)) : []),
    ...areas.flatMap(({ name, area }) => section(titles[name], area)),
  ];
  return `${lines.join("\n")}\n`;
}

const FIGURES = 13;

function missingFigures(measured: readonly string[]): string[] {
  const numbers = Array.from({ length: FIGURES }, (_, index) => String(index + 1));
  const missing = numbers.filter((number) => !measured.includes(number));
  return missing.length === 0 ? [] : ["", `Not measured yet: ${missing.join(", ")}.`];
}

/** Of the latest measurement; each section says where it was made itself. */
function machineOf(areas: readonly MeasuredArea[]): string[] {
  const latest = areas.toSorted((a, b) => b.measuredAt.localeCompare(a.measuredAt))[0];
  if (latest === undefined) return [];
  const { cores, memoryGiB, system, node, version, fsync, synchronousCommit, fsyncMilliseconds } = latest.machine;
  const rows = [
    ["cores, shared by all", String(cores)],
    ["memory", `${memoryGiB} GiB`],
    ["system", `${system}, Node ${node}, PostgreSQL ${version}`],
    ["`fsync`", fsync],
    ["`synchronous_commit`", synchronousCommit],
    ["a write of 8 KiB with fdatasync", `${formatNumber(fsyncMilliseconds)} ms (median of 200)`],
  ];
  return [...tableLines(["the machine", dateOf(latest.measuredAt)], rows), ""];
}

function section(title: string, { method, tables, measuredAt, machine }: MeasuredArea): string[] {
  const { cores, memoryGiB, node, version, fsyncMilliseconds } = machine;
  const where =
    `Measured on ${dateOf(measuredAt)}: ${cores} cores, ${memoryGiB} GiB, Node ${node}, PostgreSQL ${version}, ` +
    `fdatasync ${formatNumber(fsyncMilliseconds)} ms.`;
  const heading = ["", `## ${title}`, "", method, "", where];
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
    withUnit(atLeast),
    withUnit(aimFor),
    `**${withUnit(measured.median)}** (${spread})`,
    verdictOf(figure),
  ];
}

const dateOf = (instant: string): string => instant.slice(0, 10);

function tableLines(columns: string[], rows: string[][]): string[] {
  const line = (cells: string[]): string => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)];
}
