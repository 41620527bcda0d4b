import { setTimeout as delay } from "node:timers/promises";
import type { Bench } from "../bench.ts";
import type { Contender } from "../contenders.ts";
import { EntryRequests, type Kiosk } from "../load/entry-requests.ts";
import { HttpConnection } from "../load/http-connection.ts";
import { EDITION } from "../machine/park.ts";
import { residentBytes } from "../machine/processor-time.ts";
import { memoryProbe } from "../machine/server-process.ts";
import type { AreaResult } from "../report/area-result.ts";
import { formatNumber } from "../report/format-number.ts";
import { RemoteCrowd } from "../screens/remote-crowd.ts";
import { median, spreadOf } from "../statistics.ts";

const PROCESSES = 4;
const METHOD = `Wall screens on the live namespace of one server process, each signed in, watching, and holding its snapshot; they
are opened by ${PROCESSES} processes, since a process may have 20,000 files. Memory a socket is what the server's resident memory
grew by from the first few screens to all of those of row 8's bound, divided by their number: as it stands after a full
collection at both ends, and, in the table, as it stands by itself three seconds after the last was opened, with the garbage
of the handshakes. Then as many more are opened as are aimed for, an entry is sent, and a socket counts as held when the tick
that shows it has come. A new server each round.`;

interface Round {
  collected: number;
  byItself: number;
  heap: number;
  held: number;
  openedPerSecond: number;
}

/** Row 8: sockets held by one process, and the memory a socket. */
export async function measureSockets(bench: Bench): Promise<AreaResult> {
  const [atLeast, aimFor] = [bench.amount(12_000, 400), bench.amount(15_000, 500)];
  const rounds: Round[] = [];
  for (let round = 1; round <= bench.amount(3, 1); round += 1) {
    await using abwab = await bench.contenders.abwab({}, memoryProbe);
    const measured = await hold(bench, abwab, atLeast, aimFor);
    rounds.push(measured);
    const { collected, byItself, held } = measured;
    bench.say(
      `round ${round}: ${held} held; ${formatNumber(collected)} KB a socket at ${atLeast}, ${formatNumber(byItself)} before the collection`,
    );
  }
  return {
    method: METHOD,
    figures: [
      {
        number: "8",
        name: "sockets held by one process, each with its tick",
        measured: spreadOf(rounds.map(({ held }) => held)),
        unit: "sockets",
        atLeast,
        aimFor,
        better: "higher",
      },
      {
        number: "8",
        name: `memory a socket, with ${atLeast.toLocaleString("en-GB")} held, resident after a collection`,
        measured: spreadOf(rounds.map(({ collected }) => collected)),
        unit: "KB",
        atLeast: 20,
        aimFor: 10,
        better: "lower",
      },
    ],
    tables: [
      {
        caption: `A socket of ${atLeast.toLocaleString("en-GB")}, KB (medians)`,
        columns: ["resident, after a collection", "of it JavaScript's heap", "resident, by itself", "opened a second"],
        rows: [
          (["collected", "heap", "byItself", "openedPerSecond"] as const).map((key) =>
            formatNumber(median(rounds.map((round) => round[key]))),
          ),
        ],
      },
    ],
  };
}

async function hold(bench: Bench, { server }: Contender, atLeast: number, aimFor: number): Promise<Round> {
  const [kiosk] = bench.kiosks as [Kiosk];
  const plan = { port: server.port, edition: EDITION, token: kiosk.token, kiosks: bench.kiosks };
  using stack = new DisposableStack();
  const crowds: RemoteCrowd[] = [];
  for (let index = 0; index < PROCESSES; index += 1) crowds.push(stack.use(await RemoteCrowd.start(plan)));
  const open = async (count: number): Promise<void> => {
    await Promise.all(crowds.map((crowd) => crowd.open(count / PROCESSES)));
  };

  await open(PROCESSES);
  await delay(1000);
  const before = { itself: residentBytes(server.pid), ...(await server.memory()) };
  const begun = performance.now();
  await open(atLeast);
  const openedPerSecond = ((atLeast - PROCESSES) * 1000) / (performance.now() - begun);
  await delay(3000);
  const after = { itself: residentBytes(server.pid), ...(await server.memory()) };
  const each = (key: "itself" | "resident" | "heap"): number =>
    (after[key] - before[key]) / (atLeast - PROCESSES) / 1024;

  await open(aimFor);
  await delay(1000);
  const counting = Promise.all(crowds.map((crowd) => crowd.listen(15)));
  await sendEntry(server.port, kiosk);
  const held = (await counting).reduce((sum, count) => sum + count, 0);
  return { collected: each("resident"), byItself: each("itself"), heap: each("heap"), held, openedPerSecond };
}

async function sendEntry(port: number, kiosk: Kiosk): Promise<void> {
  const status = await new Promise<number>((resolve, reject) => {
    void HttpConnection.open(port, reject).then((connection) => {
      connection.exchange(new EntryRequests(1).next(kiosk), (answer) => {
        connection.close();
        resolve(answer.status);
      });
    }, reject);
  });
  if (status !== 200) throw new Error(`An entry was answered ${status}.`);
}
