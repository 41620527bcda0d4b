import type { CountRow, CountSnapshot } from "@abwab/contract";
import { createCountStore } from "./count-store.ts";

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
const snapshot = (version: number, zones: CountRow[]): CountSnapshot => ({
  edition: "open-days",
  version,
  asOf: `2025-05-17T10:00:${String(version).padStart(2, "0")}Z`,
  day: "2025-05-17",
  totals: {
    visitsToday: 0,
    visitsEdition: 0,
    insideSite: null,
    pavilionVisitsToday: 0,
    pavilionVisitsEdition: 0,
    visitsPerMinute: 0,
  },
  zones,
  completeness: { devices: 0, silent: 0, pending: 0 },
});

describe("the figures on screen", () => {
  it("keep the row of a zone that a tick does not name, so that its tile is left alone", () => {
    const store = createCountStore(() => 0);
    store.takeSnapshot(snapshot(1, [row("P1", 1), row("P2", 5)]));
    const before = store.row("P2");
    store.takeTick(snapshot(2, [row("P1", 2)]));
    expect([store.row("P1")?.enteredToday, store.row("P2") === before]).toEqual([2, true]);
  });

  it("drop a tick of a lower version (C3)", () => {
    const store = createCountStore(() => 0);
    store.takeSnapshot(snapshot(5, [row("P1", 9)]));
    store.takeTick(snapshot(4, [row("P1", 3)]));
    expect(store.row("P1")?.enteredToday).toBe(9);
  });

  it("stay on screen when the connection is lost", () => {
    const store = createCountStore(() => 0);
    store.takeSnapshot(snapshot(1, [row("P1", 7)]));
    store.takeConnection("lost");
    expect(store.row("P1")?.enteredToday).toBe(7);
  });
});
