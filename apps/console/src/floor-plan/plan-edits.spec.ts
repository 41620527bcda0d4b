import type { ZonePlacement } from "@abwab/contract";
import { draftOf, isChanged, nextDraft, type Drawing } from "./plan-draft.ts";
import {
  asPolygon,
  asRectangle,
  cornerAt,
  moved,
  pulled,
  turnTowards,
  withMorePoints,
  withSize,
} from "./plan-edits.ts";

const rectangle = (more: Partial<Extract<ZonePlacement, { shape: "rectangle" }>> = {}) => ({
  zone: "P01",
  shape: "rectangle" as const,
  x: 10,
  y: 10,
  width: 20,
  height: 10,
  rotation: 0,
  ...more,
});
const plan = (...placements: ZonePlacement[]): Drawing => ({
  width: 100,
  height: 60,
  placements,
  doors: [{ checkpoint: "G1", x: 50, y: 60 }],
});
const zone = { kind: "zone", code: "P01" } as const;

describe("moving what stands on a plan", () => {
  it("snaps to the grid, and to nothing without one", () => {
    const at = (grid: number) => moved(plan(rectangle()), zone, { x: 3.4, y: 0.3 }, grid).placements[0];
    expect(at(1)).toMatchObject({ x: 13, y: 10 });
    expect(at(5)).toMatchObject({ x: 15, y: 10 });
    expect(at(0)).toMatchObject({ x: 13.4, y: 10.3 });
  });

  it("stays on the plan, all of it", () => {
    expect(moved(plan(rectangle()), zone, { x: 500, y: -500 }, 1).placements[0]).toMatchObject({ x: 80, y: 0 });
    expect(moved(plan(), { kind: "door", code: "G1" }, { x: 0, y: 9 }, 1).doors[0]).toMatchObject({ x: 50, y: 60 });
  });

  it("takes all corners of a polygon along", () => {
    const polygon = asPolygon(rectangle(), plan());
    const [after] = moved(plan(polygon), zone, { x: 5, y: 5 }, 1).placements;
    expect(after).toMatchObject({
      points: [
        { x: 15, y: 15 },
        { x: 35, y: 15 },
        { x: 35, y: 25 },
        { x: 15, y: 25 },
      ],
    });
  });
});

describe("pulling a corner", () => {
  it("keeps the opposite one where it is", () => {
    const after = pulled(plan(rectangle()), rectangle(), { x: -1, y: -1 }, { x: 5, y: 4 }, 1).placements[0];
    expect(after).toMatchObject({ x: 5, y: 4, width: 25, height: 16 });
  });

  it("does so for a turned rectangle too", () => {
    const before = rectangle({ x: 40, y: 25, rotation: 90 });
    const [after] = pulled(plan(before), before, { x: 1, y: 1 }, { x: 40, y: 50 }, 1).placements;
    if (after?.shape !== "rectangle") throw new Error("it became something else");
    const [fixed, was] = [cornerAt(after, { x: -1, y: -1 }), cornerAt(before, { x: -1, y: -1 })];
    expect([fixed.x, fixed.y]).toEqual([expect.closeTo(was.x), expect.closeTo(was.y)]);
    expect(after).toMatchObject({ width: 30, height: 15 });
  });

  it("never turns it inside out", () => {
    const after = pulled(plan(rectangle()), rectangle(), { x: 1, y: 1 }, { x: 0, y: 0 }, 1).placements[0];
    expect(after).toMatchObject({ x: 10, y: 10, width: 1, height: 1 });
  });
});

it("a rectangle is turned in steps, its upper side to where one points", () => {
  expect(turnTowards(rectangle(), { x: 60, y: 15 }, 15)).toBe(90);
  expect(turnTowards(rectangle(), { x: 20, y: 40 }, 15)).toBe(180);
  expect(turnTowards(rectangle(), { x: 20, y: -40 }, 15)).toBe(0);
});

it("a polygon gets corners and becomes a rectangle again", () => {
  const polygon = asPolygon(rectangle(), plan());
  expect(withMorePoints(polygon, 3).points[4]).toEqual({ x: 10, y: 15 });
  expect(asRectangle(polygon)).toEqual(rectangle());
});

it("a smaller plan takes in what would stand outside", () => {
  const after = withSize(plan(rectangle({ x: 80 })), { width: 50, height: 40 });
  expect(after.placements[0]).toMatchObject({ x: 30, width: 20 });
  expect(after.doors[0]).toMatchObject({ x: 50, y: 40 });
});

describe("a draft", () => {
  const first = plan(rectangle());
  const change = (x: number) => ({ do: "change", drawing: plan(rectangle({ x })) }) as const;

  it("is undone step by step and done again, until something else is done", () => {
    let draft = [change(1), change(2)].reduce(nextDraft, draftOf(first));
    draft = nextDraft(nextDraft(draft, { do: "undo" }), { do: "undo" });
    expect(isChanged(draft)).toBe(false);
    draft = nextDraft(draft, { do: "redo" });
    expect(draft.drawing.placements[0]).toMatchObject({ x: 1 });
    draft = nextDraft(draft, change(7));
    expect(nextDraft(draft, { do: "redo" })).toBe(draft);
  });

  it("that was saved has nothing to save, and can still be undone", () => {
    const changed = nextDraft(draftOf(first), change(1));
    const draft = nextDraft(changed, { do: "saved", drawing: changed.drawing });
    expect(isChanged(draft)).toBe(false);
    expect(isChanged(nextDraft(draft, { do: "undo" }))).toBe(true);
  });
});
