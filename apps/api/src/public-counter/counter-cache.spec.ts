import type { PublicCounter } from "@abwab/contract";
import { CounterCache, FRESH_MS, HEARTBEAT_MS } from "./counter-cache.ts";

const BEGAN = Date.UTC(2025, 4, 17, 10);

/** A cache on a clock that the test moves, over a reader that counts how often it is asked. */
function aCache() {
  let now = 0;
  let readings = 0;
  let visits = 0;
  let away = false;
  let isPublic = true;
  const read = async (slug: string): Promise<PublicCounter | undefined> => {
    readings += 1;
    await Promise.resolve();
    if (away) throw new Error("the database is away");
    if (!isPublic) return undefined;
    return {
      edition: slug,
      names: { ar: "أ", fr: "f", en: "e" },
      status: "open",
      timeZone: "Africa/Casablanca",
      day: "2025-05-17",
      version: readings,
      asOf: new Date(BEGAN + now).toISOString(),
      totals: {
        visitsToday: visits,
        visitsEdition: visits,
        insideSite: null,
        pavilionVisitsToday: 0,
        pavilionVisitsEdition: 0,
        visitsPerMinute: 0,
      },
    };
  };
  const cache = new CounterCache(read, () => now);
  return {
    get: async () => cache.get("open-days"),
    cache,
    pass: (ms: number) => (now += ms),
    count: (people: number) => (visits += people),
    fail: () => (away = true),
    hide: () => (isPublic = false),
    readings: () => readings,
  };
}

const visitsIn = (answer: { body: string } | undefined): number =>
  (JSON.parse(answer?.body ?? "{}") as PublicCounter).totals.visitsToday;

describe("the public counter's cache", () => {
  it("reads once a second, however many ask", async () => {
    const counter = aCache();
    await Promise.all(Array.from({ length: 10_000 }, counter.get));
    counter.pass(FRESH_MS - 1);
    await Promise.all(Array.from({ length: 10_000 }, counter.get));
    expect(counter.readings()).toBe(1);
    counter.pass(1);
    await Promise.all(Array.from({ length: 10_000 }, counter.get));
    expect(counter.readings()).toBe(2);
  });

  it("keeps the tag while nothing that it shows has changed, and gives another once it has", async () => {
    const counter = aCache();
    const first = await counter.get();
    counter.pass(FRESH_MS);
    expect(await counter.get()).toEqual(first);
    counter.count(3);
    counter.pass(FRESH_MS);
    const later = await counter.get();
    expect([visitsIn(later), later?.etag === first?.etag]).toEqual([3, false]);
  });

  it("says anew as of when it is every ten seconds, also where nobody comes", async () => {
    const counter = aCache();
    const first = await counter.get();
    counter.pass(HEARTBEAT_MS);
    const later = await counter.get();
    expect((JSON.parse(later?.body ?? "{}") as PublicCounter).asOf).toBe(new Date(BEGAN + HEARTBEAT_MS).toISOString());
    expect(later?.etag).not.toBe(first?.etag);
  });

  it("C4: while the database is away the latest figures stand with their old moment", async () => {
    const counter = aCache();
    counter.count(7);
    const before = await counter.get();
    counter.fail();
    counter.pass(60_000);
    expect(await counter.get()).toEqual(before);
  });

  it("fails those who ask first while the database is away, with one reading for all", async () => {
    const counter = aCache();
    counter.fail();
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, counter.get));
    expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
    expect(counter.readings()).toBe(1);
  });

  it("forgets an edition's figures as soon as it is public no more", async () => {
    const counter = aCache();
    await counter.get();
    counter.hide();
    counter.pass(FRESH_MS);
    expect(await counter.get()).toBeUndefined();
    counter.fail();
    counter.pass(FRESH_MS);
    await expect(counter.get()).rejects.toThrow("away");
  });

  it("stays small, whatever names are asked for", async () => {
    const counter = aCache();
    for (let index = 0; index < 5_000; index += 1) await counter.cache.get(`edition-${index}`);
    expect(counter.readings()).toBe(5_000);
  });
});
