import { median, percentile, spreadOf } from "./statistics.ts";

test("the median of an even number of values is the mean of the middle two", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test("a percentile is the value of the nearest rank", () => {
  expect([0.5, 0.99, 1].map((share) => percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], share))).toEqual([5, 10, 10]);
});

test("a spread names the lowest and the highest beside the median", () => {
  expect(spreadOf([5, 1, 9])).toEqual({ median: 5, lowest: 1, highest: 9 });
});
