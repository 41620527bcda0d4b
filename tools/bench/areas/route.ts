import path from "node:path";
import type { Bench } from "../bench.ts";
import type { Contender } from "../contenders.ts";
import { startServer } from "../machine/server-process.ts";
import type { AreaResult } from "../report/area-result.ts";
import { formatNumber } from "../report/format-number.ts";
import { median, spreadOf } from "../statistics.ts";

const METHOD = `Closed loop, one entry a request, which names a checkpoint that its kiosk was never bound to. Abwab does
with it all that it does with any: finds the device by its token, checks frame and entry, gathers it with others, resolves
it against the edition, and answers it with the zone's count row; it is refused only where it would have gone to the
database. Nothing of the product is replaced for it; the count row is still read, one query at a time for all who wait.
Bare Fastify checks the same schema, compiled by Ajv, and sends an answer of the same shape, compiled too; it looks up no
sender and decides nothing.`;

/** Row 4: the hot route without the ledger, against bare Fastify. */
export async function measureRoute(bench: Bench): Promise<AreaResult> {
  await using abwab = await bench.contenders.abwab();
  const program = path.join(import.meta.dirname, "..", "bare", "fastify-route.ts");
  const server = await startServer({ program, environment: {} });
  const bare: Contender = { ...abwab, name: "bare Fastify", server };
  const plan = { connections: 64, namedCheckpoint: "SITE-A", kiosks: bench.kiosks.slice(1) };
  const rates: { own: number; bare: number }[] = [];
  const processor: { own: number; bare: number }[] = [];
  try {
    for (let round = 1; round <= bench.amount(5, 1); round += 1) {
      const own = await bench.run(abwab, plan);
      const other = await bench.run(bare, plan);
      rates.push({ own: own.entriesPerSecond, bare: other.entriesPerSecond });
      processor.push({ own: own.server, bare: other.server });
      bench.say(`round ${round}: ${formatNumber(own.entriesPerSecond)} of ${formatNumber(other.entriesPerSecond)}/s`);
    }
  } finally {
    await server.stop();
  }
  const row = (name: string, key: "own" | "bare"): string[] => [
    name,
    ...[rates, processor].map((list) => formatNumber(median(list.map((each) => each[key])))),
  ];
  return {
    method: METHOD,
    figures: [
      {
        number: "4",
        name: "the hot route without the database's work, requests a second against bare Fastify",
        measured: spreadOf(rates.map((each) => each.own / each.bare)),
        unit: "×",
        atLeast: 0.7,
        aimFor: 0.9,
        better: "higher",
      },
    ],
    tables: [
      {
        caption: "The hot route (medians)",
        columns: ["", "requests a second", "server µs a request"],
        rows: [row("Abwab", "own"), row("bare Fastify", "bare")],
      },
    ],
  };
}
