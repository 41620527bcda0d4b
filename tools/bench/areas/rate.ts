import type { Bench } from "../bench.ts";
import type { AreaResult } from "../report/area-result.ts";
import { formatNumber } from "../report/format-number.ts";
import { median, spreadOf } from "../statistics.ts";
import { bestConventional } from "./tuning.ts";

const METHOD = `Open loop: requests of one entry come at their rate whether or not the earlier ones are answered, and an
answer's time counts from when its request was due. The conventional service's saturation is the best rate of the sweep.`;

/** Row 5: p99 at five times what saturates the conventional service, against its own at half of that. */
export async function measureRate(bench: Bench): Promise<AreaResult> {
  const { best } = await bestConventional(bench, "prisma");
  const saturation = best.entriesPerSecond;
  await using conventional = await bench.contenders.conventional("prisma", best.poolSize);
  await using abwab = await bench.contenders.abwab();
  const own: number[] = [];
  const base: number[] = [];
  for (let round = 1; round <= bench.amount(5, 1); round += 1) {
    const half = await bench.run(conventional, { connections: 256, rate: saturation / 2 });
    const five = await bench.run(abwab, { connections: 512, rate: saturation * 5 });
    base.push(half.latency.p99);
    own.push(five.latency.p99);
    bench.say(`round ${round}: p99 ${five.latency.p99.toFixed(1)} ms against ${half.latency.p99.toFixed(1)} ms`);
  }
  return {
    method: METHOD,
    figures: [
      {
        number: "5",
        name: "p99 at five times the conventional service's saturation, against its own p99 at half its saturation",
        measured: spreadOf(own.map((value, round) => value / (base[round] as number))),
        unit: "×",
        atLeast: 1,
        aimFor: 0.5,
        better: "lower",
      },
    ],
    tables: [
      {
        caption: "Latency at a rate (medians)",
        columns: ["service", "requests a second", "p99 ms"],
        rows: [
          ["Nest + Prisma, half its saturation", formatNumber(saturation / 2), formatNumber(median(base))],
          ["Abwab, five times that saturation", formatNumber(saturation * 5), formatNumber(median(own))],
        ],
      },
    ],
  };
}
