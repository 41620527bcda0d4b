import { timeBetween } from "./time-between.ts";

test.each([
  [0, { unit: "seconds", value: 0 }],
  [89, { unit: "seconds", value: 89 }],
  [90, { unit: "minutes", value: 2 }],
  [5399, { unit: "minutes", value: 90 }],
  [5400, { unit: "hours", value: 2 }],
  [86_400, { unit: "hours", value: 24 }],
])("%d seconds are said as %j", (seconds, expected) => {
  expect(timeBetween(seconds)).toEqual(expected);
});
