import { connectToDatabase } from "@abwab/postgres";
import { recount } from "../../verify/recount.ts";
import type { Bench } from "../bench.ts";
import type { Contender } from "../contenders.ts";
import { fillLedger } from "../ledger/fill-ledger.ts";
import { refuseWithoutRoom } from "../ledger/refuse-without-room.ts";
import { Asker, type Question, questionsOf } from "../ledger/questions.ts";
import type { AreaResult, Figure } from "../report/area-result.ts";
import { formatNumber } from "../report/format-number.ts";
import { median, percentile, type Spread, spreadOf } from "../statistics.ts";

const TIMES_LARGER = 25;
const METHOD = `Two databases of one PostgreSQL, a server on each: the same event of five days at the site and fifty pavilions, once with
twenty-five times the entries, with resets and recounts. Filled by SQL, vacuumed and analysed; at the end both are recounted
as \`npm run verify\` does, and nothing may differ. The questions come one at a time through the public API, each to the one
server and then to the other, so that what else the machine does meets both; a round's ratio is that of its two p99. The
history's figure is that of its question that grew most.`;

interface Answered {
  question: Question;
  /** Per round, milliseconds in order: of the small ledger and of the large one. */
  small: Float64Array[];
  large: Float64Array[];
}

/** Row 11: counts, board and history queries on 25 million entries against 1 million. */
export async function measureLedger(bench: Bench): Promise<AreaResult> {
  const { rows } = bench.options;
  const sizes = { small: Math.round(rows / TIMES_LARGER), large: rows };
  refuseWithoutRoom(sizes.small + sizes.large);
  await using small = await bench.contenders.abwab();
  await using large = await bench.contenders.abwab();
  await fill(bench, small, sizes.small);
  await fill(bench, large, sizes.large);
  const answered = await ask(bench, small, large);
  for (const contender of [small, large]) await verify(bench, contender);
  const numbers = [sizes.large, sizes.small].map((size) => size.toLocaleString("en-GB"));
  return {
    method: METHOD,
    figures: (["counts", "board", "history"] as const).map((kind) => {
      const figure = worst(answered.filter(({ question }) => question.kind === kind));
      return toFigure(`${kind} query, p99, on ${numbers[0]} entries against ${numbers[1]}`, figure);
    }),
    tables: [
      {
        caption: `Questions to a ledger of ${numbers[1]} and of ${numbers[0]} entries (medians of the rounds)`,
        columns: ["question", "p50 ms", "of the large one", "p99 ms", "of the large one", "p99, large against small"],
        rows: answered.map((each) => [each.question.name, ...cellsOf(each)]),
      },
    ],
  };
}

async function fill(bench: Bench, { databaseUrl }: Contender, rows: number): Promise<void> {
  const begun = performance.now();
  await fillLedger(databaseUrl, rows, (line) => bench.say(line));
  const seconds = (performance.now() - begun) / 1000;
  bench.say(`${rows.toLocaleString("en-GB")} entries filled in ${formatNumber(seconds)} s`);
}

async function ask(bench: Bench, small: Contender, large: Contender): Promise<Answered[]> {
  const times = bench.amount(400, 20);
  using ofSmall = await Asker.open(small.server.port);
  using ofLarge = await Asker.open(large.server.port);
  const answered: Answered[] = questionsOf(Date.now()).map((question) => ({ question, small: [], large: [] }));
  // The first answers of a connection are those of plans and caches to be made.
  for (const { question } of answered) await inTurns(question, ofSmall, ofLarge, bench.amount(50, 2));
  for (let round = 1; round <= bench.amount(6, 1); round += 1) {
    for (const each of answered) {
      const milliseconds = await inTurns(each.question, ofSmall, ofLarge, times);
      each.small.push(milliseconds[0].toSorted());
      each.large.push(milliseconds[1].toSorted());
      const p99 = [each.small, each.large].map((rounds) => formatNumber(p99Of(rounds.at(-1))));
      bench.say(`round ${round}, ${each.question.name}: p99 ${p99[1]} ms against ${p99[0]} ms`);
    }
  }
  return answered;
}

/** Asks both the same, the one first and then the other one first. */
async function inTurns(
  question: Question,
  small: Asker,
  large: Asker,
  times: number,
): Promise<[Float64Array, Float64Array]> {
  const result: [Float64Array, Float64Array] = [new Float64Array(times), new Float64Array(times)];
  for (let time = 0; time < times; time += 1) {
    for (const index of time % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      result[index][time] = await (index === 0 ? small : large).ask(question);
  }
  return result;
}

async function verify(bench: Bench, { databaseUrl }: Contender): Promise<void> {
  const client = await connectToDatabase(databaseUrl);
  try {
    const { editions, differences } = await recount(client);
    const [edition] = editions;
    bench.say(`recounted ${edition?.rows.toLocaleString("en-GB")} rows: ${differences.length} differences`);
    if (differences.length === 0) return;
    throw new Error(`The ledger was not filled as the product would: ${JSON.stringify(differences.slice(0, 3))}`);
  } finally {
    await client.end();
  }
}

const p99Of = (sorted: Float64Array | undefined): number => percentile(sorted ?? [], 0.99);
const growthOf = ({ small, large }: Answered): Spread =>
  spreadOf(large.map((milliseconds, round) => p99Of(milliseconds) / p99Of(small[round])));

function worst(answered: readonly Answered[]): Spread {
  return answered.map(growthOf).reduce((a, b) => (b.median > a.median ? b : a));
}

function toFigure(name: string, measured: Spread): Figure {
  return { number: "11", name, measured, unit: "×", atLeast: 1.3, aimFor: 1.05, better: "lower" };
}

function cellsOf(each: Answered): string[] {
  const of = (rounds: readonly Float64Array[], share: number): string =>
    formatNumber(median(rounds.map((sorted) => percentile(sorted, share))));
  const { median: middle, lowest, highest } = growthOf(each);
  return [
    ...[0.5, 0.99].flatMap((share) => [of(each.small, share), of(each.large, share)]),
    `${formatNumber(middle)}× (${formatNumber(lowest)}–${formatNumber(highest)})`,
  ];
}
