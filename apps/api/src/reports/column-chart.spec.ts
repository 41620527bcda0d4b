import { columnChart, scaleFor } from "./column-chart.ts";

describe("a chart of columns", () => {
  it("has a scale of round steps that holds its highest column", () => {
    expect(scaleFor(0)).toEqual([0, 1]);
    expect(scaleFor(3)).toEqual([0, 1, 2, 3]);
    expect(scaleFor(13_402)).toEqual([0, 5_000, 10_000, 15_000]);
    expect(scaleFor(590_000)).toEqual([0, 200_000, 400_000, 600_000]);
  });

  it("draws what is below nothing as nothing", () => {
    const { columns } = columnChart([-4, 10], [], String, (index) => index === 1);
    expect(columns).toEqual([
      { share: 0, strong: false },
      { share: 1, strong: true },
    ]);
  });
});
