import { PostgresError } from "@abwab/postgres";
import { buildProduct } from "../start/build-product.ts";
import { FatalError } from "../start/fatal-error.ts";
import { measureDrain } from "./areas/drain.ts";
import { measureIdle } from "./areas/idle.ts";
import { measureLedger } from "./areas/ledger.ts";
import { measureMemory } from "./areas/memory.ts";
import { measureOverload } from "./areas/overload.ts";
import { measureRate } from "./areas/rate.ts";
import { measureRoute } from "./areas/route.ts";
import { measureScreens } from "./areas/screens.ts";
import { measureSingle } from "./areas/single.ts";
import { measureSockets } from "./areas/sockets.ts";
import { Bench } from "./bench.ts";
import { cleanUpWhenStopped } from "./machine/left-behind.ts";
import { type AreaName, type Options, readOptions } from "./options.ts";
import { type AreaResult, verdictOf } from "./report/area-result.ts";
import { formatNumber } from "./report/format-number.ts";
import { describeMachine } from "./report/machine-description.ts";
import { renderPage } from "./report/page.ts";
import { readResults, writeResults } from "./report/results-file.ts";

// npm run bench [-- --only AREA] [--short] [--long] [--passes]: measures, writes docs/benchmarks.md and its JSON.

const areas: Record<AreaName, (bench: Bench) => Promise<AreaResult>> = {
  single: measureSingle,
  drain: measureDrain,
  route: measureRoute,
  idle: measureIdle,
  rate: measureRate,
  screens: measureScreens,
  sockets: measureSockets,
  overload: measureOverload,
  ledger: measureLedger,
  memory: measureMemory,
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

cleanUpWhenStopped();
try {
  await measure(readOptions(process.argv.slice(2)));
  process.exit();
} catch (error) {
  const isKnown = error instanceof FatalError || error instanceof PostgresError;
  process.stderr.write(`abwab: ${isKnown ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
}

async function measure(options: Options): Promise<void> {
  const { areas: chosen, short, passes } = options;
  const page = passes ? "benchmarks-passes" : "benchmarks";
  await buildProduct(say);
  await using bench = await Bench.open(options, say);
  for (const name of chosen) {
    say(name);
    const result = await areas[name](bench);
    const machine = describeMachine(bench.database.durability);
    // Read again: a long run may end beside another one.
    const results = { ...readResults(page), [name]: { ...result, measuredAt: new Date().toISOString(), machine } };
    for (const figure of result.figures) {
      say(
        `  ${figure.number}. ${figure.name}: ${formatNumber(figure.measured.median)} ${figure.unit}; reached: ${verdictOf(figure)}`,
      );
    }
    // After each area: what was measured stands, whatever becomes of the next.
    if (!short) writeResults(page, results, renderPage(page, results));
  }
  if (short) say("The short form: these figures mean little and are written nowhere.");
}
