import { standingAbove, standingBelow, standingFrom, standingOfPace } from "./standing.ts";

test("an alert rings from its threshold, and is over only well away from it", () => {
  expect([0.9, 0.89, 0.86, 0.85].map((share) => standingAbove(share, 0.9))).toEqual([
    "on",
    "between",
    "between",
    "off",
  ]);
  expect([10, 10.4, 10.6, Infinity].map((minutes) => standingBelow(minutes, 10))).toEqual([
    "on",
    "between",
    "off",
    "off",
  ]);
});

test("what is counted one by one is on or over", () => {
  expect([4, 5].map((count) => standingFrom(count, 5))).toEqual(["off", "on"]);
});

test("a pace is unusual upwards and downwards", () => {
  expect([3, 1, 1 / 3, 0].map((times) => standingOfPace(times, 3))).toEqual(["on", "off", "on", "on"]);
});
