import { waitAfter } from "./wrong-attempts.ts";

describe("waitAfter", () => {
  it("leaves three attempts free, then doubles from five seconds to five minutes", () => {
    const waits = [0, 1, 2, 3, 4, 5, 8, 9, 50].map((failures) => waitAfter({ failures, at: 1_000 }, 1_000));
    expect(waits).toEqual([0, 0, 0, 5_000, 10_000, 20_000, 160_000, 300_000, 300_000]);
  });

  it("runs out", () => {
    expect([4_999, 5_000, 6_000].map((after) => waitAfter({ failures: 3, at: 0 }, after))).toEqual([1, 0, 0]);
  });

  it("never grows beyond itself where the clock was set back", () => {
    expect(waitAfter({ failures: 3, at: 9e12 }, 0)).toBe(5_000);
  });
});
