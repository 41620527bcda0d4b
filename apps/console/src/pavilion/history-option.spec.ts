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
const point = (inside: number | null): HistoryPoint => ({ at: "2025-05-17T10:00:00Z", entered: 4, exited: 1, inside });

const noon = Date.parse("2025-05-17T12:00:00Z");

describe("a history chart", () => {
  it("runs from right to left in Arabic, its figures on the right", () => {
    const option = historyOption([point(3)], "flow", "rtl", words, noon);
    expect([option.xAxis.inverse, option.yAxis.position]).toEqual([true, "right"]);
  });

  it("draws no exits and no presence where exits are not counted", () => {
    expect(historyOption([point(null)], "flow", "ltr", words, noon).series.map(({ name }) => name)).toEqual(["in"]);
  });

  it("leaves the line of presence open for the hours to come", () => {
    const later = { ...point(3), at: "2025-05-17T13:00:00Z" };
    const line = historyOption([point(3), later], "flow", "ltr", words, noon).series.at(-1);
    expect(line?.data).toEqual([3, null]);
  });

  it("compares with an earlier day by the hours of the clock", () => {
    const clock = { ...words, label: (at: string) => at.slice(11, 16) };
    const at = (hour: string, entered: number) => ({ ...point(null), at: `${hour}:00Z`, entered });
    const today = [at("2025-05-18T09:00", 1), at("2025-05-18T10:00", 2)];
    const earlier = { name: "before", points: [at("2025-05-17T08:00", 8), at("2025-05-17T09:00", 9)] };
    const line = historyOption(today, "flow", "ltr", clock, noon, earlier).series.at(-1);
    expect([line?.name, line?.data]).toEqual(["before", [9, null]]);
  });

  it("stacks only the categories that came", () => {
    const byCategory = { public: { entered: 4, exited: 0 }, media: { entered: 0, exited: 0 } };
    const option = historyOption([{ ...point(3), byCategory }], "category", "ltr", words, noon);
    expect(option.series.map(({ name }) => name)).toEqual(["public"]);
  });
});
