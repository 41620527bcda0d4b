import { setImmediate as nextTurn } from "node:timers/promises";
import type { CountSnapshot, CountTick } from "@abwab/contract";
import { EditionDirectory } from "../../../apps/api/src/editions/edition-directory.ts";
import { LiveServer } from "../../../apps/api/src/live/live-server.ts";
import { startTestApi } from "../../support/test-api.ts";
import { anEntry, createEdition } from "../../support/test-edition.ts";
import { SCREENS_MS } from "../world/check-screens.ts";
import { Screen } from "../world/screen.ts";
import { SilentSocket } from "../world/silent-socket.ts";

const READERS = 200;
const ROUNDS = 7;
const FLOOD = 300;
/** A state, and what the connection itself says. */
const MOST_WAITING = 4;

/**
 * One screen stops reading among two hundred that read. What waits for it on the server does not grow, the others are
 * as quick as without it, and when it reads again it shows the figures of the moment.
 */
export async function silentScreen(wrap: (live: LiveServer) => void = () => undefined): Promise<string[]> {
  await using api = await startTestApi();
  const live = api.app.nest.get(LiveServer);
  const edition = await createEdition(await api.as("administrator"), api.url);
  const { id } = await api.app.nest.get(EditionDirectory).bySlug(edition.slug);
  const gate = await edition.pair("G1");
  using silent = await SilentSocket.connect(api.url, gate.token);
  await silent.watch(edition.slug);
  const served = live.sockets().find((socket) => socket.id === silent.id);
  if (served === undefined) throw new Error("The server has the socket.");
  const waiting = (): number => (Reflect.get(served.conn, "writeBuffer") as unknown[]).length;
  wrap(live);

  // Alone in the room it gets more than the system keeps for one that does not read.
  silent.stopReading();
  const body = await readSnapshot(api.url, gate.token, edition.slug);
  for (let sent = 0; sent < FLOOD; sent += 1) {
    live.sendTick(id, heavy(body), heavy(body));
    await nextTurn();
  }
  const problems: string[] = [];
  if (served.conn.transport.writable) problems.push("the line of the silent screen was not filled");

  using stack = new DisposableStack();
  const readers = Array.from({ length: READERS }, () => stack.use(new Screen(api.url, gate.token, edition.slug)));
  await Promise.all(readers.map((reader) => reader.until(() => true, 20_000)));
  let total = 0;
  /** One commit, and how long it takes to every reader's screen, in ms. */
  const commit = async (): Promise<number> => {
    total += 1;
    await gate.send([anEntry()]);
    const committed = Date.now();
    const all = await Promise.all(readers.map((reader) => reader.until((shown) => enteredIn(shown) === total, 9_000)));
    return all.every(Boolean) ? Date.now() - committed : Infinity;
  };
  const withSilent = await medianOf(commit);
  if (waiting() > MOST_WAITING) problems.push(`${waiting()} packets wait for a screen that does not read`);
  silent.readAgain();
  if (!(await silent.tick((tick) => enteredIn(tick) === total, SCREENS_MS))) {
    problems.push("a screen that reads again does not show the figures of the moment");
  }
  const without = await medianOf(commit);
  // Ticks come up to a quarter of a second after a commit: that much is chance.
  if (withSilent > 3 * without + 500) {
    problems.push(`a commit took ${withSilent} ms to the others, and ${without} ms without the silent one`);
  }
  return problems;
}

async function medianOf(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  while (times.length < ROUNDS) times.push(await measure());
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Infinity;
}

const enteredIn = (shown: CountTick): number | undefined =>
  shown.zones.find(({ zone }) => zone === "SITE")?.enteredToday;

/** A tick of about 100 KB, of a version that no screen keeps. */
const heavy = (body: CountSnapshot): CountSnapshot => ({
  ...body,
  version: 0,
  zones: Array.from({ length: 600 }, () => body.zones).flat(),
});

async function readSnapshot(url: string, token: string, slug: string): Promise<CountSnapshot> {
  const screen = new Screen(url, token, slug);
  try {
    await screen.until(() => true, 10_000);
    if (screen.shown === undefined) throw new Error("No snapshot came.");
    return screen.shown;
  } finally {
    screen[Symbol.dispose]();
  }
}
