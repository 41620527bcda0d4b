import { minutesToFull } from "./minutes-to-full.ts";

test("what is free, divided by what stays of those who come in a minute", () => {
  expect(minutesToFull(700, 1_000, 20)).toBe(15);
});

test("a zone that empties or stands still is never full", () => {
  expect([minutesToFull(700, 1_000, 0), minutesToFull(700, 1_000, -5)]).toEqual([Infinity, Infinity]);
});

test("a zone that is full is full now, whoever leaves", () => {
  expect([minutesToFull(1_000, 1_000, -5), minutesToFull(1_200, 1_000, 3)]).toEqual([0, 0]);
});
