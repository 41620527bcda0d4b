import { entriesOfRow, type ReplayEntry } from "./entries-of-row.ts";
import { playAtOnce } from "./play-at-once.ts";
import { playAtSpeed } from "./play-at-speed.ts";
import type { ReplayRow } from "./replay-row.ts";

const start = Date.UTC(2025, 4, 17, 8);
const slotMs = 600_000;
const row = (slot: number, checkpoint: string, headcount: number): ReplayRow => ({
  line: 2,
  slotStart: start + slot * slotMs,
  zone: "SITE",
  checkpoint,
  direction: "in",
  headcount,
});
const entriesOf = (each: ReplayRow) => entriesOfRow(each, { edition: "sample", seed: "1", slotMs });

async function* fileOf(rows: ReplayRow[]) {
  yield* rows;
}

/** A service that notes which batches came when; the clock moves only when somebody waits. */
function service() {
  let time = 0;
  const batches: { checkpoint: string; entries: ReplayEntry[]; at: number }[] = [];
  return {
    batches,
    now: () => time,
    wait: async (ms: number) => void (time += ms),
    sender: {
      send: async (checkpoint: string, entries: ReplayEntry[]) => void batches.push({ checkpoint, entries, at: time }),
      drain: async () => undefined,
    },
  };
}
const people = (batches: { entries: ReplayEntry[] }[]): number =>
  batches.flatMap((batch) => batch.entries).reduce((sum, entry) => sum + entry.headcount, 0);

test("at once: everyone is sent, in batches the API takes", async () => {
  const { batches, sender } = service();
  await playAtOnce(fileOf([row(0, "G1", 30_000), row(0, "G2", 40), row(1, "G1", 20_000)]), entriesOf, sender);
  expect(people(batches)).toBe(50_040);
  expect(Math.max(...batches.map((batch) => batch.entries.length))).toBe(500);
  expect(
    batches
      .filter((batch) => batch.checkpoint === "G1")
      .slice(0, -1)
      .every((batch) => batch.entries.length === 500),
  ).toBe(true);
});

test("at a speed: each entry is sent after its moment and no more than a tick later", async () => {
  const { batches, sender, now, wait } = service();
  const speed = 60;
  await playAtSpeed(fileOf([row(0, "G1", 900), row(0, "G2", 500), row(2, "G1", 700)]), entriesOf, sender, {
    speed,
    firstSlot: start,
    slotMs,
    now,
    wait,
  });
  expect(people(batches)).toBe(2_100);
  for (const { entries, at } of batches) {
    for (const entry of entries) {
      const due = (Date.parse(entry.occurredAt) - start) / speed;
      expect(at).toBeGreaterThanOrEqual(due);
      expect(at).toBeLessThan(due + 502);
    }
  }
});

test("at a speed: a slot nobody came in is waited out", async () => {
  const { batches, sender, now, wait } = service();
  await playAtSpeed(fileOf([row(0, "G1", 5), row(72, "G1", 5)]), entriesOf, sender, {
    speed: 600,
    firstSlot: start,
    slotMs,
    now,
    wait,
  });
  expect(batches.at(-1)?.at).toBeGreaterThanOrEqual(72_000);
});
