import { rowsOf } from "./chart-rows.ts";

test("the figures stand along the names, and what is not known is left open", () => {
  const option = {
    xAxis: { type: "value" },
    yAxis: { type: "category", data: ["مدرسة", "Lycée"] },
    series: [
      { name: "booked", data: [1, null] },
      { name: "arrived", data: [{ value: 3 }, 4] },
    ],
  };
  expect(rowsOf(option)).toEqual([
    ["", "booked", "arrived"],
    ["مدرسة", 1, 3],
    ["Lycée", null, 4],
  ]);
});
