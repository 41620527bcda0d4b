import { backOffMs } from "./back-off.ts";

describe("backOffMs", () => {
  it("doubles from one second to thirty", () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((failures) => backOffMs(failures, () => 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
  });

  it("spreads by chance over the upper half", () => {
    expect([backOffMs(3, () => 0), backOffMs(3, () => 1)]).toEqual([2_000, 4_000]);
  });

  it("never comes back before Retry-After", () => {
    expect([backOffMs(1, () => 0, 60), backOffMs(1, () => 1, 60)]).toEqual([60_000, 61_000]);
  });
});
