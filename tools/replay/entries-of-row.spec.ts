import { uuid } from "@abwab/contract";
import { seededRandom } from "../virtual-kiosk/seeded-random.ts";
import { entriesOfRow, type ReplayIdentity } from "./entries-of-row.ts";
import { entryId } from "./entry-id.ts";
import type { ReplayRow } from "./replay-row.ts";
import { splitHeadcount } from "./split-headcount.ts";

const identity: ReplayIdentity = { edition: "sample", seed: "1", slotMs: 600_000 };
const row: ReplayRow = {
  line: 2,
  slotStart: Date.UTC(2025, 4, 17, 8),
  zone: "P01",
  checkpoint: "P01-A",
  direction: "in",
  headcount: 896,
};
const entries = (changed: Partial<ReplayRow> = {}, other: Partial<ReplayIdentity> = {}) => [
  ...entriesOfRow({ ...row, ...changed }, { ...identity, ...other }),
];
const ids = (list: { id: string }[]): string[] => list.map((entry) => entry.id);

test.each([0, 1, 2, 59, 60, 61, 999, 20_000])(
  "%i people are split into parties of 1 to 60 that add up exactly",
  (headcount) => {
    const parties = splitHeadcount(headcount, seededRandom(String(headcount)));
    expect(parties.reduce((sum, size) => sum + size, 0)).toBe(headcount);
    expect(parties.every((size) => size >= 1 && size <= 60)).toBe(true);
  },
);

test("a row becomes entries inside its slot, in order, that add up to its headcount", () => {
  const list = entries();
  const times = list.map((entry) => Date.parse(entry.occurredAt));
  expect(list.reduce((sum, entry) => sum + entry.headcount, 0)).toBe(896);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times[0]).toBeGreaterThanOrEqual(row.slotStart);
  expect(times.at(-1)).toBeLessThan(row.slotStart + identity.slotMs);
});

test("E2 replaying a row again gives the same entries with the same ids", () => {
  expect(entries()).toEqual(entries());
});

test("another seed, edition, checkpoint, direction or slot shares no id", () => {
  const all = [
    entries(),
    entries({}, { seed: "2" }),
    entries({}, { edition: "other" }),
    entries({ checkpoint: "P02-A" }),
    entries({ direction: "out" }),
    entries({ slotStart: row.slotStart + 600_000 }),
  ].flatMap(ids);
  expect(new Set(all).size).toBe(all.length);
});

test("ids are version 7 UUIDs that carry their time", () => {
  const id = entryId(Date.UTC(2025, 4, 17, 8), "somebody");
  expect(uuid.parse(id)).toBe(id);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.UTC(2025, 4, 17, 8));
});
