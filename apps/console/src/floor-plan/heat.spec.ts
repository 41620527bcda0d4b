import { countOnly, type CountRow, type Zone } from "@abwab/contract";
import { boundsTo, fixedBounds, heatOf, levelOf, scaleEnd } from "./heat.ts";

const arena: Zone = {
  code: "ARENA",
  kind: "arena",
  names: { ar: "ساحة", fr: "Arène", en: "Arena" },
  capacity: 9_000,
  areaM2: 9_400,
  status: "open",
  message: null,
  policy: countOnly,
};
const row = (more: Partial<CountRow> = {}): CountRow => ({
  zone: "ARENA",
  enteredToday: 0,
  exitedToday: 0,
  enteredEdition: 0,
  inside: 4_700,
  perMinute: 12.4,
  status: "open",
  flags: [],
  ...more,
});

describe("the heat of a zone", () => {
  it("is persons a square metre of its area, and share of its capacity", () => {
    expect(heatOf("density", arena, row())).toBe(0.5);
    expect(heatOf("share", arena, row({ inside: 9_000 }))).toBe(1);
    expect([heatOf("inside", arena, row()), heatOf("pace", arena, row())]).toEqual([4_700, 12.4]);
  });

  it("is unknown, not zero, where exits are not counted or nobody gave a size (C2)", () => {
    const uncounted = row({ inside: null });
    expect(["share", "inside", "density"].map((measure) => heatOf(measure as "share", arena, uncounted))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(heatOf("density", { ...arena, areaM2: null }, row())).toBeUndefined();
    expect(heatOf("pace", arena, uncounted)).toBe(12.4);
  });
});

describe("a scale of heat", () => {
  const shares = fixedBounds("share") ?? boundsTo(1);

  it("has its last level where a zone is full, and its first for a negative figure too", () => {
    expect([-0.1, 0, 0.25, 0.99, 1, 1.4].map((share) => levelOf(share, shares))).toEqual([0, 0, 1, 4, 5, 5]);
    expect(levelOf(undefined, shares)).toBeUndefined();
  });

  it.each([
    [0, 10],
    [7, 10],
    [11, 20],
    [180, 200],
    [4_700, 5_000],
    [5_001, 10_000],
  ])("for at most %s ends at the round %s", (highest, end) => {
    expect(scaleEnd(undefined, highest)).toBe(end);
  });

  it("stays while figures go up and down at its edge, and follows them when they leave it", () => {
    const ends: number[] = [];
    let end: number | undefined;
    for (const highest of [190, 150, 190, 90, 201, 190, 480, 170]) {
      end = scaleEnd(end, highest);
      ends.push(end);
    }
    expect(ends).toEqual([200, 200, 200, 200, 500, 500, 500, 200]);
  });

  it("does not shrink below its smallest for an empty park", () => {
    expect(scaleEnd(10, 0)).toBe(10);
  });
});
