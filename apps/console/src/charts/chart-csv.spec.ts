import { csvOf } from "./chart-csv.ts";

test("the figures stand along the names, without marks of direction and without a formula", () => {
  const option = {
    xAxis: { type: "value" },
    yAxis: { type: "category", data: ["\u2067مدرسة\u2069", "=1+1", 'A "b", c'] },
    series: [
      { name: "booked", data: [1, 2, null] },
      { name: "arrived", data: [{ value: 3 }, 4, 5] },
    ],
  };
  expect(csvOf(option)).toBe('\uFEFF,booked,arrived\r\nمدرسة,1,3\r\n\'=1+1,2,4\r\n"A ""b"", c",,5\r\n');
});
