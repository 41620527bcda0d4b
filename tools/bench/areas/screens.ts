import { setTimeout as delay } from "node:timers/promises";
import path from "node:path";
import type { Bench } from "../bench.ts";
import { EDITION } from "../machine/park.ts";
import { processorSeconds } from "../machine/processor-time.ts";
import { type ServerProcess, startServer } from "../machine/server-process.ts";
import type { AreaResult } from "../report/area-result.ts";
import { formatNumber } from "../report/format-number.ts";
import type { ShowPlan, ShowResult } from "../screens/crowd-plan.ts";
import { Listeners } from "../screens/listeners.ts";
import { RemoteCrowd } from "../screens/remote-crowd.ts";
import { median, type Spread, spreadOf } from "../statistics.ts";
import { TICK_MS } from "@abwab/contract";

const RATE = 1000;
const METHOD = `Screens on the live namespace, all in one process that also sends the entries, so that one clock times both
ends; that process shares the two cores with the server and PostgreSQL, and reads every tick. An entry is on a screen when
the tick that first shows it has come; each screen notes one entry of each tick, at random. A delivered tick's processor is
the server's, less what the same entries cost with one screen; the bare server sends the bytes of one such tick with
\`socket.send\` to as many clients at the same four times a second. Ticks of ten changed zones for rows 9 and 10; for row 7
all fifty-one zones change between two ticks.`;

interface Measured {
  ages: ShowResult[];
  delivery: { own: number; bare: number }[];
  tick: string;
  snapshotBytes: number;
  sockets: number;
}

/** Rows 7, 9 and 10: from entry to screen, and what a tick costs. */
export async function measureScreens(bench: Bench): Promise<AreaResult> {
  const measured = await measure(bench);
  const { ages, delivery, tick, snapshotBytes, sockets } = measured;
  const p99 = ages.map(({ latency }) => latency.p99);
  return {
    method: METHOD,
    figures: [
      figure("7", `from entry to screen, p99, at ${RATE} entries a second and ${sockets} sockets`, spreadOf(p99), {
        unit: "ms",
        atLeast: TICK_MS + 100,
        aimFor: TICK_MS + 40,
      }),
      figure(
        "9",
        "processor a delivered tick against `ws.send` of the same bytes",
        spreadOf(delivery.map(({ own, bare }) => own / bare)),
        { unit: "×", atLeast: 1.5, aimFor: 1.15 },
      ),
      figure(
        "10",
        "bytes of a tick against a full JSON snapshot, at ten changed zones",
        single(Buffer.byteLength(tick) / snapshotBytes),
        { unit: "×", atLeast: 1 / 4, aimFor: 1 / 8 },
      ),
    ],
    tables: [
      {
        caption: "From entry to screen",
        columns: ["round", "p50 ms", "p99 ms", "longest ms", "bytes of a tick", "deliveries"],
        rows: ages.map(({ latency, tickBytes, delivered }, round) => [
          String(round + 1),
          ...[latency.p50, latency.p99, latency.highest, median(tickBytes), delivered].map(formatNumber),
        ]),
      },
      {
        caption: "A delivered tick of ten zones (medians)",
        columns: ["", "server µs a delivery", "bytes"],
        rows: [
          ["Abwab", middle(delivery.map(({ own }) => own)), formatNumber(Buffer.byteLength(tick))],
          ["bare ws.send", middle(delivery.map(({ bare }) => bare)), formatNumber(Buffer.byteLength(tick))],
          ["a snapshot", "–", formatNumber(snapshotBytes)],
        ],
      },
    ],
  };
}

const middle = (values: number[]): string => formatNumber(median(values));
const single = (value: number): Spread => spreadOf([value]);

function figure(
  number: string,
  name: string,
  measured: Spread,
  bounds: { unit: "×" | "ms"; atLeast: number; aimFor: number },
): AreaResult["figures"][number] {
  return { number, name, measured, better: "lower", ...bounds };
}

async function measure(bench: Bench): Promise<Measured> {
  const sockets = bench.amount(5000, 500);
  const trickle: ShowPlan = { rate: 80, zones: 10, seconds: bench.amount(6, 2) };
  await using abwab = await bench.contenders.abwab();
  const { port } = abwab.server;
  const { kiosks } = bench;
  using crowd = await RemoteCrowd.start({ port, edition: EDITION, token: kiosks[0]?.token ?? "", kiosks });
  await crowd.open(1);
  await crowd.show(trickle);
  const quiet = await processorOf(abwab.server, () => crowd.show(trickle));
  await crowd.open(sockets);
  await delay(2000);

  const { sampleTick } = await crowd.show(trickle);
  const program = path.join(import.meta.dirname, "..", "bare", "ws-server.ts");
  const bareServer = await startServer({ program, environment: {} });
  using listeners = await Listeners.open({ port: bareServer.port, count: sockets, text: sampleTick });
  const delivery: Measured["delivery"] = [];
  let snapshotBytes = 0;
  for (let round = 1; round <= bench.amount(4, 1); round += 1) {
    const own = await processorOf(abwab.server, () => crowd.show(trickle));
    const bare = await processorOf(bareServer, () => listeners.listen(trickle.seconds));
    ({ snapshotBytes } = own.result);
    const each = {
      own: ((own.seconds - quiet.seconds) * 1e6) / own.result.delivered,
      bare: (bare.seconds * 1e6) / bare.result,
    };
    delivery.push(each);
    bench.say(`round ${round}: ${formatNumber(each.own)} µs a delivery against ${formatNumber(each.bare)} µs`);
  }
  await bareServer.stop();
  const ages: ShowResult[] = [];
  for (let round = 1; round <= bench.amount(4, 1); round += 1) {
    const age = await crowd.show({ rate: RATE, zones: kiosks.length, seconds: bench.amount(8, 2) });
    ages.push(age);
    bench.say(`round ${round}: p50 ${formatNumber(age.latency.p50)} ms, p99 ${formatNumber(age.latency.p99)} ms`);
  }
  return { ages, delivery, tick: sampleTick, snapshotBytes, sockets };
}

async function processorOf<Result>(
  { pid }: ServerProcess,
  work: () => Promise<Result>,
): Promise<{ result: Result; seconds: number }> {
  const before = processorSeconds(pid);
  const result = await work();
  return { result, seconds: processorSeconds(pid) - before };
}
