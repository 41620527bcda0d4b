import { countedFigures, type StoredFigure, sumsOf } from "./reach-sums.ts";

let made = 0;
const figure = (channel: string, value: number, given: Partial<StoredFigure> = {}): StoredFigure => ({
  id: `id-${(made += 1)}`,
  channel,
  day: null,
  value,
  qualifier: "exact",
  origin: "entered",
  source: "page",
  at: "2025-05-21T20:00:00.000Z",
  ...given,
});
const sums = (figures: StoredFigure[]) =>
  sumsOf(countedFigures(figures)).map(({ channel, origin, value }) => [channel, origin, value]);

describe("the sums of views", () => {
  it("take of a channel the figure that was read last", () => {
    expect(sums([figure("YouTube", 1_200), figure("YouTube", 1_000, { at: "2025-05-20T20:00:00.000Z" })])).toEqual([
      [null, "entered", 1_200],
      ["YouTube", "entered", 1_200],
    ]);
  });

  it("add up days, but not a day to the whole that holds it", () => {
    const days = [figure("YouTube", 10, { day: "2025-05-17" }), figure("YouTube", 20, { day: "2025-05-18" })];
    expect(sums(days)[0]).toEqual([null, "entered", 30]);
    expect(sums([...days, figure("YouTube", 35)])[0]).toEqual([null, "entered", 35]);
    expect(sums([...days, figure("YouTube", 25)])[0]).toEqual([null, "entered", 30]);
  });

  it("keep what was entered apart from what was published", () => {
    expect(sums([figure("YouTube", 10), figure("YouTube", 29, { origin: "published" }), figure("TV", 5)])).toEqual([
      [null, "entered", 15],
      ["YouTube", "entered", 10],
      ["TV", "entered", 5],
      [null, "published", 29],
      ["YouTube", "published", 29],
    ]);
  });

  it("are as exact as the least exact part", () => {
    const parts = [figure("a", 1), figure("b", 1, { qualifier: "over" })];
    expect(sumsOf(countedFigures(parts))[0]?.qualifier).toBe("over");
    const more = [...parts, figure("c", 1, { qualifier: "about" })];
    expect(sumsOf(countedFigures(more))[0]?.qualifier).toBe("about");
  });
});
