import { localMoment, ordered, type CellValue } from "./cell-value.ts";

const order = (values: readonly CellValue[], falls = false, language: "ar" | "fr" | "en" = "fr") =>
  ordered(values, (value) => value, falls, language);

describe("the order of a table's rows", () => {
  it("is by size for figures, and by the figures in it for words", () => {
    expect(order([10, 9, -1])).toEqual([-1, 9, 10]);
    expect(order(["P10", "P9", "P1"])).toEqual(["P1", "P9", "P10"]);
  });

  it("is the language's", () => {
    expect(order(["Zagora", "Été", "eau"])).toEqual(["eau", "Été", "Zagora"]);
  });

  it("has what says nothing last, whichever way", () => {
    expect(order([null, 2, undefined, 3])).toEqual([2, 3, null, undefined]);
    expect(order([null, 2, "", 3], true)).toEqual([3, 2, null, ""]);
  });
});

it("an instant is written as the clock of its place showed it", () => {
  expect(localMoment("2025-05-17T09:02:11.120Z", "Africa/Casablanca")).toBe("2025-05-17 10:02:11");
  expect(localMoment(null)).toBeNull();
});
