import { jest } from "@jest/globals";
import type { CountRow } from "@abwab/contract";
import { createTrailStore } from "./trail-store.ts";
import type { TrailWindow } from "./trail.ts";

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
const MINUTE = 60_000;
const live: TrailWindow = { from: 0, to: 2 * MINUTE, step: "1m", stepMs: MINUTE, live: true };

/** A store whose reads are answered by hand, in turn. */
function storeWith(window: (now: number) => TrailWindow) {
  const asked: { window: TrailWindow; answer: (curves: Record<string, number[]>) => Promise<void> }[] = [];
  const trails = createTrailStore({
    window,
    read: (of) =>
      new Promise((resolve) => {
        const answer = async (curves: Record<string, number[]>) => {
          resolve(new Map(Object.entries(curves)));
          await new Promise(setImmediate);
        };
        asked.push({ window: of, answer });
      }),
  });
  return { trails, asked };
}

describe("the curves of fifty tiles", () => {
  it("are read in one question", async () => {
    const { trails, asked } = storeWith(() => live);
    const rows = Array.from({ length: 50 }, (_, index) => row(`P${index}`, 0));
    trails.follow(rows, MINUTE);
    trails.follow(rows, MINUTE + 1);
    expect(asked).toHaveLength(1);
    await asked[0]?.answer({ P0: [1, 2], P49: [3, 4] });
    expect([trails.trail("P0")?.values, trails.trail("P49")?.values]).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(asked).toHaveLength(1);
  });

  it("have what came in while they were read", async () => {
    const { trails, asked } = storeWith(() => live);
    trails.follow([row("P1", 100)], MINUTE + 1);
    trails.follow([row("P1", 107)], MINUTE + 2);
    await asked[0]?.answer({ P1: [60, 40] });
    trails.follow([row("P1", 110)], MINUTE + 3);
    expect(trails.trail("P1")?.values).toEqual([60, 50]);
  });

  it("go with the past moment that is shown, the last one wanted", async () => {
    const { trails, asked } = storeWith((now) => ({ ...live, from: now - MINUTE, to: now, live: false }));
    trails.follow([row("P1", 5)], 10 * MINUTE);
    trails.follow([row("P1", 6)], 11 * MINUTE);
    trails.follow([row("P1", 7)], 12 * MINUTE);
    await asked[0]?.answer({ P1: [1] });
    await asked[1]?.answer({ P1: [2] });
    expect(asked.map(({ window }) => window.to / MINUTE)).toEqual([10, 12]);
    expect(trails.trail("P1")?.values).toEqual([2]);
  });

  it("that can't be read leave the figures alone and are asked for again", async () => {
    const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    const read = jest.fn(() => Promise.reject(new Error("the service is away")));
    const trails = createTrailStore({ window: () => live, read });
    trails.follow([row("P1", 5)], 0);
    await new Promise(setImmediate);
    trails.follow([row("P1", 6)], 10_000);
    expect([read.mock.calls.length, trails.trail("P1")]).toEqual([1, undefined]);
    trails.follow([row("P1", 6)], 6 * MINUTE);
    expect(read).toHaveBeenCalledTimes(2);
    await new Promise(setImmediate);
    warn.mockRestore();
  });
});
