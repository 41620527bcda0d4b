import { placeItems } from "./timetable-places.ts";

const at = (minute: number) => new Date(minute * 60_000).toISOString();
const item = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });

describe("a day's timetable", () => {
  it("places what follows in one lane, by steps of five minutes", () => {
    const placed = placeItems([item(60, 90), item(0, 60)], 0);
    expect(placed.map(({ row, rows, lane, lanes }) => [row, rows, lane, lanes])).toEqual([
      [1, 12, 0, 1],
      [13, 6, 0, 1],
    ]);
  });

  it("gives what overlaps a lane of its own", () => {
    expect(placeItems([item(0, 60), item(30, 90), item(60, 80)], 0).map(({ lane }) => lane)).toEqual([0, 1, 0]);
  });
});
