import { place } from "./placement.ts";

const MINUTE = 60_000;
const received = Date.UTC(2025, 4, 17, 10);

describe("E6: an entry is placed in time", () => {
  test.each([
    ["as it came, by a clock that is right", 0, 0, { placedAt: received, skewed: false }],
    [
      "as it came, by a clock two minutes fast",
      2 * MINUTE,
      2 * MINUTE,
      { placedAt: received + 2 * MINUTE, skewed: false },
    ],
    [
      "corrected, by a clock more than two minutes fast",
      2 * MINUTE + 1,
      2 * MINUTE + 1,
      { placedAt: received, skewed: true },
    ],
    ["corrected, by a clock a day slow", -1440 * MINUTE, -1440 * MINUTE, { placedAt: received, skewed: true }],
    ["as it came, when it waited five days", -7200 * MINUTE, 0, { placedAt: received - 7200 * MINUTE, skewed: false }],
    [
      "as it came, two minutes ahead of a right clock",
      2 * MINUTE,
      0,
      { placedAt: received + 2 * MINUTE, skewed: false },
    ],
    [
      "at its receipt, more than two minutes ahead of a right clock",
      2 * MINUTE + 1,
      0,
      { placedAt: received, skewed: true },
    ],
    [
      "at its receipt, when nobody knows the clock and it lies ahead",
      60 * MINUTE,
      undefined,
      { placedAt: received, skewed: true },
    ],
    [
      "in the past, by a fast clock and long waiting",
      -50 * MINUTE,
      10 * MINUTE,
      { placedAt: received - 60 * MINUTE, skewed: true },
    ],
  ])("%s", (_, ahead, offset, expected) => {
    expect(place(received + ahead, offset, received)).toEqual(expected);
  });
});
