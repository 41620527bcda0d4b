import type { Bench, Run } from "../bench.ts";
import type { AreaResult } from "../report/area-result.ts";
import { formatNumber } from "../report/format-number.ts";
import { median, spreadOf } from "../statistics.ts";

const ITEMS = 50;
const METHOD = `Peak: closed loop, ${ITEMS} entries a request. Then an open loop at three times that rate; what finds all
of the generator's connections busy is given up there. Goodput is the entries acknowledged a second.`;

/** Row 12: goodput at three times saturation against the peak. */
export async function measureOverload(bench: Bench): Promise<AreaResult> {
  await using abwab = await bench.contenders.abwab();
  const rounds: { peak: Run; over: Run }[] = [];
  for (let round = 1; round <= bench.amount(3, 1); round += 1) {
    const peak = await bench.run(abwab, { connections: 64, itemsPerRequest: ITEMS });
    const over = await bench.run(abwab, {
      connections: bench.amount(1500, 600),
      itemsPerRequest: ITEMS,
      rate: (peak.entriesPerSecond / ITEMS) * 3,
      givesUpWhenBusy: true,
    });
    rounds.push({ peak, over });
    bench.say(`round ${round}: ${formatNumber(over.entriesPerSecond)} of ${formatNumber(peak.entriesPerSecond)}/s`);
    bench.say(`  answers ${JSON.stringify(over.statuses)}, ${over.withRetryAfter} with Retry-After`);
    bench.say(`  not sent ${over.notSent}, unanswered ${over.unanswered}, p99 ${formatNumber(over.latency.p99)} ms`);
  }
  const middle = (read: (run: Run) => number, of: "peak" | "over"): string =>
    formatNumber(median(rounds.map((round) => read(round[of]))));
  const row = (name: string, of: "peak" | "over"): string[] => [
    name,
    middle((run) => run.entriesPerSecond, of),
    middle((run) => run.statuses["200"] ?? 0, of),
    middle((run) => run.withRetryAfter, of),
    middle(others, of),
    middle((run) => run.notSent, of),
    middle((run) => run.latency.p99, of),
  ];
  return {
    method: METHOD,
    figures: [
      {
        number: "12",
        name: "goodput at three times saturation against the peak",
        measured: spreadOf(rounds.map(({ peak, over }) => over.entriesPerSecond / peak.entriesPerSecond)),
        unit: "×",
        atLeast: 0.9,
        aimFor: 0.97,
        better: "higher",
      },
    ],
    tables: [
      {
        caption: "Overload (medians)",
        columns: [
          "",
          "entries a second",
          "200",
          "503 with Retry-After",
          "any other answer",
          "not sent",
          "p99 ms of 200",
        ],
        rows: [row("peak", "peak"), row("three times that", "over")],
      },
    ],
  };
}

/** Answers that are neither 200 nor a refusal that says when to come again, and requests never answered. */
function others({ statuses, withRetryAfter, unanswered }: Run): number {
  const answers = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  return answers - (statuses["200"] ?? 0) - withRetryAfter + unanswered;
}
