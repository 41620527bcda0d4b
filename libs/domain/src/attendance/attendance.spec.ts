import { meanStay } from "./dwell.ts";
import { sampleShare } from "./sample-share.ts";

test("the mean stay is the mean moment of leaving less that of coming, a few missed exits aside", () => {
  const movement = { entered: 100, exited: 98, enteredSeconds: 100 * 600, exitedSeconds: 98 * 1_800 };
  expect(meanStay(movement, null)).toBe(20);
});

test("who is still inside counts with the stay so far", () => {
  const movement = { entered: 100, exited: 50, enteredSeconds: 0, exitedSeconds: 50 * 600 };
  expect(meanStay(movement, 1_200)).toBe(15);
});

test("no stay is said of few, nor where ways in and out do not match", () => {
  const movement = { entered: 100, exited: 50, enteredSeconds: 0, exitedSeconds: 50 * 600 };
  expect(meanStay(movement, null)).toBe("unbalanced");
  expect(meanStay({ ...movement, exited: 120 }, 1_200)).toBe("unbalanced");
  expect(meanStay({ ...movement, entered: 9 }, null)).toBe("too_few");
});

test("a share of a sample has its margin, wide for few answers and never nothing", () => {
  expect(sampleShare(500, 1_000).margin).toBeCloseTo(0.031, 3);
  expect(sampleShare(0, 100).margin).toBeCloseTo(0.037, 3);
  expect(sampleShare(0, 0)).toEqual({ share: 0, margin: 1 });
});
