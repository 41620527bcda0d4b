import type { CountRow, Zone } from "@abwab/contract";
import { thousandPassed } from "./celebration.ts";
import { driftAt } from "./drift.ts";
import { fullAndFree, partOf } from "./fullness.ts";
import { mayBeStuck } from "./watchdog.ts";

const zone = (code: string, capacity: number | null): Zone => ({ code, capacity, kind: "pavilion" }) as Zone;
const row = (code: string, inside: number | null, status: CountRow["status"] = "open"): CountRow =>
  ({ zone: code, inside, status }) as CountRow;

describe("what a wall says is full and what has room", () => {
  const zones = ["P01", "P02", "P03", "P04"].map((code) => zone(code, 100));

  it("names the fullest and the emptiest first, and nothing in between", () => {
    const rows = [row("P01", 86), row("P02", 120), row("P03", 10), row("P04", 70)];
    const { full, free } = fullAndFree(zones, rows);
    expect([full.map((one) => one.zone.code), free.map((one) => one.zone.code)]).toEqual([["P02", "P01"], ["P03"]]);
  });

  it("sends nobody to a zone that is closed or on hold, nor speaks of one whose inside or capacity is not known", () => {
    const rows = [row("P01", 0, "closed"), row("P02", 0, "hold"), row("P03", null), row("P09", 0)];
    expect(fullAndFree([...zones, zone("P09", null)], rows)).toEqual({ full: [], free: [] });
  });

  it("takes a figure below zero for an empty zone", () => {
    expect(fullAndFree(zones, [row("P01", -5)]).free.map(({ share }) => share)).toEqual([0]);
  });

  it("shows a long list in parts, round and round", () => {
    const parts = [0, 1, 2, 3].map((turn) => partOf([1, 2, 3, 4, 5, 6, 7], 3, turn));
    expect(parts).toEqual([[1, 2, 3], [4, 5, 6], [7], [1, 2, 3]]);
  });
});

describe("what a wall celebrates", () => {
  const day = "2025-05-17";
  it.each([
    [undefined, 12_000, undefined],
    [999, 1_000, 1_000],
    [1_000, 1_999, undefined],
    [1_900, 4_100, 4_000],
    [2_001, 1_998, undefined],
  ])("from %p to %p: %p", (before, value, expected) => {
    expect(thousandPassed(before === undefined ? undefined : { day, value: before }, { day, value })).toBe(expected);
  });

  it("passes nothing from one day to the next", () => {
    expect(thousandPassed({ day: "2025-05-16", value: 10 }, { day, value: 5_000 })).toBeUndefined();
  });
});

describe("the watchdog of a wall", () => {
  const watch = { heardAt: 0, startedAt: 0, reloadedAt: -1e9, now: 89_000, pace: 5 };

  it("waits a minute and a half before it takes a silence for being stuck", () => {
    expect([mayBeStuck(watch), mayBeStuck({ ...watch, now: 90_000 })]).toEqual([false, true]);
  });

  it("does not start the page anew again and again", () => {
    expect(mayBeStuck({ ...watch, now: 200_000, reloadedAt: 100_000 })).toBe(false);
  });

  it("renews a page that has stood for a day, when nobody is coming in", () => {
    const day = 24 * 60 * 60_000;
    const old = { ...watch, heardAt: day, now: day };
    expect([mayBeStuck(old), mayBeStuck({ ...old, pace: 0 })]).toEqual([false, true]);
  });
});

describe("the drift of a wall's picture", () => {
  it("never moves by more than its unit, nor far in one step, and comes round", () => {
    const steps = Array.from({ length: 54 }, (_, step) => driftAt(step));
    const jumps = steps
      .slice(1)
      .map(({ x, y }, step) => Math.hypot(x - (steps[step]?.x ?? 0), y - (steps[step]?.y ?? 0)));
    expect(Math.max(...steps.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))))).toBeLessThanOrEqual(1);
    expect(Math.max(...jumps)).toBeLessThan(0.2);
    expect(steps[53]?.x).toBeCloseTo(steps[0]?.x ?? 0);
  });
});
