import type { CountRow, CountSnapshot, CountTick } from "@abwab/contract";
import { changesBetween } from "./count-changes.ts";
import { EditionFeed } from "./edition-feed.ts";

const row = (zone: string, enteredToday: number): CountRow => ({
  zone,
  enteredToday,
  exitedToday: 0,
  enteredEdition: enteredToday,
  inside: null,
  perMinute: 0,
  status: "open",
  flags: [],
});
const snapshotOf = (version: number, now: number, zones: CountRow[], day = "2025-05-17"): CountSnapshot => ({
  edition: "e",
  version,
  asOf: new Date(now).toISOString(),
  day,
  zones,
  completeness: { devices: 0, silent: 0, pending: 0 },
  totals: {
    visitsToday: 0,
    visitsEdition: 0,
    insideSite: null,
    pavilionVisitsToday: 0,
    pavilionVisitsEdition: 0,
    visitsPerMinute: 0,
  },
});

/** A feed over a database and a clock that the test sets. */
function arrange() {
  const state = { now: 0, version: 1, zones: [row("P01", 0), row("P02", 0)], day: "2025-05-17", reads: 0 };
  const sent: CountTick[] = [];
  const feed = new EditionFeed({
    read: async () => {
      state.reads += 1;
      return snapshotOf(state.version, state.now, state.zones, state.day);
    },
    send: (tick) => sent.push(tick),
    now: () => state.now,
  });
  const commit = (zones: CountRow[]) => Object.assign(state, { version: state.version + 1, zones });
  return { state, sent, feed, commit, tick: () => feed.tick(state.version) };
}

test("the first tick sends everything, the next only the rows that changed", async () => {
  const { sent, commit, tick } = arrange();
  await tick();
  commit([row("P01", 0), row("P02", 3)]);
  await tick();
  expect(sent.map((it) => it.zones.map((zone) => zone.zone))).toEqual([["P01", "P02"], ["P02"]]);
});

test("after a snapshot the first tick, too, carries only the rows that changed, and none comes before", async () => {
  const { sent, feed, commit, tick } = arrange();
  await feed.snapshot();
  await tick();
  expect(sent).toEqual([]);
  commit([row("P01", 0), row("P02", 3)]);
  await tick();
  expect(sent.map((it) => it.zones.map((zone) => zone.zone))).toEqual([["P02"]]);
});

test("while nothing changes nothing is read or sent, but a heartbeat after ten seconds", async () => {
  const { state, sent, tick } = arrange();
  await tick();
  state.now = 9_999;
  await tick();
  expect([state.reads, sent.length]).toEqual([1, 1]);
  state.now = 10_000;
  await tick();
  expect(sent.at(-1)).toMatchObject({ version: 1, zones: [], asOf: new Date(10_000).toISOString() });
});

test("the pace is read again when the minute turns, and sent where it changed", async () => {
  const { state, sent, tick } = arrange();
  state.now = 59_000;
  await tick();
  state.now = 60_000;
  state.zones = [{ ...row("P01", 0), perMinute: 4 }, row("P02", 0)];
  await tick();
  expect(sent.at(-1)?.zones.map((zone) => zone.zone)).toEqual(["P01"]);
});

test("at the turn of the day all rows are sent", async () => {
  const { state, sent, tick } = arrange();
  await tick();
  Object.assign(state, { now: 60_000, day: "2025-05-18" });
  await tick();
  expect(sent.at(-1)?.zones).toHaveLength(2);
});

test("C3: what a new screen's snapshot holds is never missing from the next tick of the others", async () => {
  const { sent, feed, commit, tick } = arrange();
  await tick();
  commit([row("P01", 1), row("P02", 0)]);
  expect((await feed.snapshot()).zones[0]?.enteredToday).toBe(1);
  await tick();
  expect(sent.at(-1)?.zones.map((zone) => zone.zone)).toEqual(["P01"]);
});

test("a thousand screens that connect at once share two readings", async () => {
  const { state, feed } = arrange();
  await Promise.all(Array.from({ length: 1000 }, () => feed.snapshot()));
  expect(state.reads).toBe(2);
});

test("a failed reading fails those who waited for it and no one after", async () => {
  let broken = true;
  const feed = new EditionFeed({
    read: () => (broken ? Promise.reject(new Error("away")) : Promise.resolve(snapshotOf(1, 0, []))),
    send: () => undefined,
    now: () => 0,
  });
  await expect(feed.tick(1)).rejects.toThrow("away");
  await expect(feed.snapshot()).rejects.toThrow("away");
  broken = false;
  await expect(feed.snapshot()).resolves.toMatchObject({ version: 1 });
});

test("of two readings of one version the later moment stands, whichever ends last", async () => {
  const endings: ((snapshot: CountSnapshot) => void)[] = [];
  const feed = new EditionFeed({
    read: () => new Promise((resolve) => endings.push(resolve)),
    send: () => undefined,
    now: () => 60_000,
  });
  const early = feed.snapshot();
  const late = feed.tick(1);
  endings[1]?.(snapshotOf(1, 60_000, [{ ...row("P01", 1), perMinute: 4 }]));
  await late;
  endings[0]?.(snapshotOf(1, 59_999, [row("P01", 1)]));
  expect((await early).zones[0]?.perMinute).toBe(4);
});

test("a row differs in any of its figures, its status or its flags", () => {
  const before = row("P01", 1);
  const changed: CountRow[] = [
    { ...before, exitedToday: 1 },
    { ...before, enteredEdition: 9 },
    { ...before, inside: 0 },
    { ...before, perMinute: 0.2 },
    { ...before, status: "hold" },
    { ...before, flags: ["negative"] },
  ];
  for (const after of changed) {
    expect(changesBetween(snapshotOf(1, 0, [before]), snapshotOf(2, 0, [after])).zones).toEqual([after]);
  }
  expect(changesBetween(snapshotOf(1, 0, [before]), snapshotOf(2, 0, [{ ...before }])).zones).toEqual([]);
});
