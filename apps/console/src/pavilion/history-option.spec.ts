import type { HistoryPoint } from "@abwab/contract";
import { historyOption, type ChartWords } from "./history-option.ts";

const words: ChartWords = {
  entered: "in",
  exited: "out",
  inside: "inside",
  category: (name) => name,
  label: (at) => at,
  number: String,
  description: "chart",
};
const point = (inside: number | null): HistoryPoint => ({ at: "10:00", entered: 4, exited: 1, inside });

describe("a history chart", () => {
  it("runs from right to left in Arabic, its figures on the right", () => {
    const option = historyOption([point(3)], "flow", "rtl", words);
    expect([option.xAxis.inverse, option.yAxis.position]).toEqual([true, "right"]);
  });

  it("draws no exits and no presence where exits are not counted", () => {
    expect(historyOption([point(null)], "flow", "ltr", words).series.map(({ name }) => name)).toEqual(["in"]);
  });

  it("stacks only the categories that came", () => {
    const byCategory = { public: { entered: 4, exited: 0 }, media: { entered: 0, exited: 0 } };
    const option = historyOption([{ ...point(3), byCategory }], "category", "ltr", words);
    expect(option.series.map(({ name }) => name)).toEqual(["public"]);
  });
});
