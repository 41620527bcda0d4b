import { unusualPace } from "./unusual-pace.ts";

const hourOf = (figure: number): number[] => Array.from({ length: 12 }, () => figure);

test("three times as many as in the hour before are three times the usual", () => {
  expect(unusualPace([...hourOf(100), 300])).toBe(3);
});

test("a busy door that falls silent has a pace of none", () => {
  expect(unusualPace([...hourOf(100), 0])).toBe(0);
});

test("one group in the hour before does not make itself usual", () => {
  expect(unusualPace([...hourOf(30).slice(1), 900, 150])).toBe(5);
});

test("what chance explains is not unusual", () => {
  expect(unusualPace([...hourOf(100), 135])).toBe(1);
});

test("a few persons more are no concern where hardly anybody comes", () => {
  expect(unusualPace([...hourOf(1), 15])).toBe(1);
});

test("where nobody came before, each counts as one", () => {
  expect(unusualPace([...hourOf(0), 40])).toBe(40);
});

test("in the first half hour nothing is usual yet", () => {
  expect(unusualPace([10, 10, 10, 10, 10, 300])).toBeUndefined();
  expect(unusualPace([])).toBeUndefined();
});

test("corrections that take away more than came are no pace below none", () => {
  expect(unusualPace([...hourOf(100), -30])).toBe(0);
});
