import type { CountRow, CountSnapshot } from "@abwab/contract";
import { applyTick } from "./apply-tick.ts";

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

const snapshot = (changes: Partial<CountSnapshot> = {}): CountSnapshot => ({
  edition: "open-days",
  version: 10,
  asOf: "2025-05-17T10:00:00.000Z",
  day: "2025-05-17",
  totals: {
    visitsToday: 0,
    visitsEdition: 0,
    insideSite: null,
    pavilionVisitsToday: 0,
    pavilionVisitsEdition: 0,
    visitsPerMinute: 0,
  },
  zones: [row("P01", 1), row("P02", 2)],
  completeness: { devices: 0, silent: 0, pending: 0 },
  ...changes,
});

const shown = (counts: CountSnapshot) => counts.zones.map(({ zone, enteredToday }) => `${zone}=${enteredToday}`);

describe("applyTick (C3)", () => {
  it("takes the changed rows of a later version and keeps the others in their place", () => {
    const next = applyTick(snapshot(), snapshot({ version: 11, zones: [row("P02", 5)] }));
    expect(shown(next)).toEqual(["P01=1", "P02=5"]);
    expect(next.version).toBe(11);
  });

  it("drops a lower version", () => {
    const before = snapshot();
    expect(applyTick(before, snapshot({ version: 9, zones: [row("P01", 99)] }))).toBe(before);
  });

  it("lets the later asOf stand at an equal version", () => {
    const before = snapshot();
    const earlier = snapshot({ asOf: "2025-05-17T09:59:59.000Z", zones: [row("P01", 99)] });
    // The same day, written with another offset: compared as an instant, not as text.
    const later = snapshot({ asOf: "2025-05-17T11:00:01.000+01:00", zones: [row("P01", 3)] });
    expect(applyTick(before, earlier)).toBe(before);
    expect(shown(applyTick(before, later))).toEqual(["P01=3", "P02=2"]);
  });

  it("adds a zone that is new", () => {
    const next = applyTick(snapshot(), snapshot({ version: 11, zones: [row("KIDS", 7)] }));
    expect(shown(next)).toEqual(["P01=1", "P02=2", "KIDS=7"]);
  });

  it("takes only the rows given at the turn of the day", () => {
    const next = applyTick(
      snapshot(),
      snapshot({ version: 10, asOf: "2025-05-18T00:00:00.000Z", day: "2025-05-18", zones: [row("P01", 0)] }),
    );
    expect(shown(next)).toEqual(["P01=0"]);
  });

  it("ignores another edition", () => {
    const before = snapshot();
    expect(applyTick(before, snapshot({ edition: "other", version: 99 }))).toBe(before);
  });
});
