import type { Bench } from "../bench.ts";
import type { AreaResult } from "../report/area-result.ts";
import { formatNumber } from "../report/format-number.ts";
import { median, spreadOf } from "../statistics.ts";
import { bestConventional } from "./tuning.ts";

const METHOD = `One connection, one entry a request, the next when the last is answered: nothing to gather. Abwab's
answer brings the zone's count row, read after the commit; the conventional service's does not.`;

/** Row 6: an entry alone on an idle server. */
export async function measureIdle(bench: Bench): Promise<AreaResult> {
  const { best } = await bestConventional(bench, "prisma");
  await using abwab = await bench.contenders.abwab();
  await using prisma = await bench.contenders.conventional("prisma", best.poolSize);
  await using pg = await bench.contenders.conventional("pg", best.poolSize);
  const entrants = [prisma, abwab, pg].map((contender) => ({ contender, p50: [] as number[], p99: [] as number[] }));
  for (let round = 1; round <= bench.amount(5, 1); round += 1) {
    for (const { contender, p50, p99 } of entrants) {
      const { latency } = await bench.run(contender, { connections: 1, seconds: bench.amount(3, 1) });
      p50.push(latency.p50);
      p99.push(latency.p99);
      bench.say(
        `round ${round}, ${contender.name}: p50 ${latency.p50.toFixed(2)} ms, p99 ${latency.p99.toFixed(2)} ms`,
      );
    }
  }
  const [base, own] = entrants.map(({ p50 }) => p50) as [number[], number[]];
  return {
    method: METHOD,
    figures: [
      {
        number: "6",
        name: "an entry alone on an idle server: p50 against the conventional service's",
        measured: spreadOf(own.map((value, round) => value / (base[round] as number))),
        unit: "×",
        atLeast: 1.1,
        aimFor: 0.9,
        better: "lower",
      },
    ],
    tables: [
      {
        caption: "An entry alone (medians of the rounds)",
        columns: ["service", "p50 ms", "p99 ms"],
        rows: entrants.map(({ contender, p50, p99 }) => [
          contender.name,
          formatNumber(median(p50)),
          formatNumber(median(p99)),
        ]),
      },
    ],
  };
}
