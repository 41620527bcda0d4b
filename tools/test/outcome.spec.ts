import { isSuccess, nothing, sum, summary } from "./outcome.ts";

test("a run without a single test is no success", () => {
  expect(isSuccess(nothing)).toBe(false);
});

test("one failure among all runners fails the run", () => {
  const total = sum([
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 0, failed: 1, skipped: 2 },
  ]);
  expect(isSuccess(total)).toBe(false);
  expect(summary(total)).toBe("3 passed, 1 failed, 2 skipped");
});
