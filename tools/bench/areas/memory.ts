import { setTimeout as delay } from "node:timers/promises";
import type { Bench } from "../bench.ts";
import { EDITION } from "../machine/park.ts";
import { residentBytes } from "../machine/processor-time.ts";
import { type MemoryHeld, memoryProbe, type ServerProcess } from "../machine/server-process.ts";
import type { AreaResult } from "../report/area-result.ts";
import { formatNumber } from "../report/format-number.ts";
import { RemoteCrowd } from "../screens/remote-crowd.ts";
import { spreadOf } from "../statistics.ts";

const RATE = 500;
const SCREENS = 100;
/** The moment that the last one is compared with, and how long the load goes on behind the last one. */
const FIRST_MINUTE = 10;
const SLACK_SECONDS = 5;
const METHOD = `${RATE} requests of one entry a second, in an open loop over 64 connections, while ${SCREENS} screens watch. The figure is the
server's resident memory after a full collection, at the end against the tenth minute, under the load; those two are the only
collections that are forced. The table shows also what it was just before them, and what of it was JavaScript's heap.`;

interface Sample {
  minute: number;
  /** Resident bytes with whatever waits to be collected. */
  byItself: number;
  collected: MemoryHeld | undefined;
}

/** Row 13: memory after an hour at 500 entries a second against the tenth minute. */
export async function measureMemory(bench: Bench): Promise<AreaResult> {
  const { minutes } = bench.options;
  const first = Math.min(FIRST_MINUTE, minutes / 2);
  await using abwab = await bench.contenders.abwab({}, memoryProbe);
  const { port } = abwab.server;
  const { kiosks } = bench;
  using crowd = await RemoteCrowd.start({ port, edition: EDITION, token: kiosks[0]?.token ?? "", kiosks });
  await crowd.open(SCREENS);
  const load = bench.run(abwab, {
    connections: 64,
    rate: RATE,
    warmUpSeconds: 0.1,
    seconds: minutes * 60 + SLACK_SECONDS,
  });
  // It is awaited at the end; should it fail before that, it fails the sampling.
  const sampling = sample(bench, abwab.server, first, minutes);
  const samples = await Promise.race([sampling, load.then(() => sampling)]);
  const run = await load;
  const [base, last] = samples.filter(({ collected }) => collected !== undefined) as [Sample, Sample];
  const ratio = (last.collected?.resident ?? NaN) / (base.collected?.resident ?? NaN);
  return {
    method: METHOD,
    figures: [
      {
        number: "13",
        name:
          `memory of the server after ${formatMinute(minutes)} minutes at ${RATE} entries a second against minute ` +
          `${formatMinute(first)}, resident after a collection`,
        measured: spreadOf([ratio]),
        unit: "×",
        atLeast: 1.1,
        aimFor: 1.02,
        better: "lower",
      },
    ],
    tables: [
      {
        caption: `Memory of the server, MB, while it took ${run.entriesInAll.toLocaleString("en-GB")} entries (p99 ${formatNumber(run.latency.p99)} ms)`,
        columns: ["minute", "resident", "resident, after a collection", "heap, after a collection", "outside the heap"],
        rows: samples
          .filter(isShown)
          .map(({ minute, byItself, collected }) => [
            formatMinute(minute),
            inMegabytes(byItself),
            ...(["resident", "heap", "external"] as const).map((key) => inMegabytes(collected?.[key])),
          ]),
      },
    ],
  };
}

async function sample(bench: Bench, server: ServerProcess, first: number, minutes: number): Promise<Sample[]> {
  const whole = Array.from({ length: Math.floor(minutes) }, (_, index) => index + 1);
  const moments = [...new Set([...whole, first, minutes])].toSorted((a, b) => a - b);
  const begun = performance.now();
  const samples: Sample[] = [];
  for (const minute of moments) {
    await delay(Math.max(0, begun + minute * 60_000 - performance.now()));
    const byItself = residentBytes(server.pid);
    const collected = minute === first || minute === minutes ? await server.memory() : undefined;
    samples.push({ minute, byItself, collected });
    const rest =
      collected === undefined
        ? ""
        : `, ${inMegabytes(collected.resident)} MB after a collection (heap ${inMegabytes(collected.heap)} MB)`;
    bench.say(`minute ${formatMinute(minute)}: ${inMegabytes(byItself)} MB${rest}`);
  }
  return samples;
}

const isShown = ({ minute, collected }: Sample): boolean => collected !== undefined || minute % 5 === 0;
const formatMinute = (minute: number): string => String(Number(minute.toFixed(2)));
const inMegabytes = (bytes: number | undefined): string => (bytes === undefined ? "" : formatNumber(bytes / 1e6));
