import { ageMs, heard, isStale, STALE_MS } from "./freshness.ts";

const asOf = Date.parse("2025-05-17T10:00:00Z");

describe("the age of figures (C4)", () => {
  it("is told rightly by a machine whose clock is an hour fast", () => {
    const hour = 3_600_000;
    const freshness = heard(undefined, asOf, asOf + hour);
    expect(ageMs(freshness, asOf + hour + 4_000)).toBe(4_000);
  });

  it("is not made younger by a message that was slow on its way", () => {
    const first = heard(undefined, asOf, asOf);
    const late = heard(first, asOf + 1_000, asOf + 9_000);
    expect(ageMs(late, asOf + 9_000)).toBe(8_000);
  });

  it("makes them old after fifteen seconds of silence", () => {
    const freshness = heard(undefined, asOf, asOf);
    expect([isStale(freshness, "live", asOf + STALE_MS), isStale(freshness, "live", asOf + STALE_MS + 1)]).toEqual([
      false,
      true,
    ]);
  });

  it("makes them old at once when the connection is lost", () => {
    expect(isStale(heard(undefined, asOf, asOf), "lost", asOf)).toBe(true);
  });

  it("does not call old what never came", () => {
    expect(isStale(undefined, "connecting", asOf)).toBe(false);
  });
});
