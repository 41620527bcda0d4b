import { occupancyAt } from "./occupancy-curve.ts";

const MINUTE = 60_000;
const ends = [1, 2, 3, 4].map((minute) => minute * MINUTE);
const moved = (minute: number, by: number) => ({ minute: minute * MINUTE, moved: by });

describe("C2: inside at the end of each bucket", () => {
  test("without an anchor it is all that moved", () => {
    expect(occupancyAt(ends, [], [moved(-5, 10), moved(0, 3), moved(2, -4)])).toEqual([13, 13, 9, 9]);
  });

  test("an anchor takes the place of what moved before it, and of its own minute before it", () => {
    const anchors = [{ at: 1.5 * MINUTE, inside: 100, restOfMinute: 2 }];
    expect(occupancyAt(ends, anchors, [moved(0, 7), moved(1, 50), moved(2, 1)])).toEqual([7, 102, 103, 103]);
  });

  test("an anchor before the first bucket is where it starts", () => {
    const anchors = [{ at: -10 * MINUTE, inside: 40, restOfMinute: 0 }];
    expect(occupancyAt(ends, anchors, [moved(-10, 0), moved(-3, 5), moved(3, -1)])).toEqual([45, 45, 45, 44]);
  });

  test("of two anchors in one minute the later stands, and the minute is counted once", () => {
    const anchors = [
      { at: 1.2 * MINUTE, inside: 10, restOfMinute: 9 },
      { at: 1.6 * MINUTE, inside: 20, restOfMinute: 1 },
    ];
    expect(occupancyAt(ends, anchors, [moved(1, 30), moved(2, 1)])).toEqual([0, 21, 22, 22]);
  });

  test("an anchor in a minute in which nothing moved still stands", () => {
    expect(occupancyAt(ends, [{ at: 2 * MINUTE, inside: 5, restOfMinute: 0 }], [moved(0, 1)])).toEqual([1, 1, 5, 5]);
  });
});
