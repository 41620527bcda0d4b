import { coverScale, fitScale, keptWithin, metreAt, panned, showing, zoomedAt } from "./camera.ts";

const plan = { width: 200, height: 100 };
const laptop = { width: 1_000, height: 600 };
const phone = { width: 390, height: 500 };
const fitted = (screen: typeof laptop) => keptWithin({ x: 0, y: 0, scale: 0 }, plan, screen);

describe("what part of a plan is on screen", () => {
  it("is all of it at first, in the middle", () => {
    expect(fitted(laptop)).toEqual({ scale: 5, x: 0, y: -10 });
    expect(fitScale(plan, phone)).toBeCloseTo(1.95);
    expect(coverScale(plan, phone)).toBe(5);
  });

  it("comes nearer with what is under the finger staying under it", () => {
    const at = { x: 700, y: 200 };
    const before = fitted(laptop);
    const after = zoomedAt(before, 3, at, plan, laptop);
    expect(after.scale).toBe(15);
    expect(metreAt(after, at).x).toBeCloseTo(metreAt(before, at).x);
    expect(metreAt(after, at).y).toBeCloseTo(metreAt(before, at).y);
  });

  it("never goes further away than all of it, nor past its edges", () => {
    const near = zoomedAt(fitted(laptop), 4, { x: 500, y: 300 }, plan, laptop);
    expect(zoomedAt(near, 0.001, { x: 0, y: 0 }, plan, laptop)).toEqual(fitted(laptop));
    const far = panned(near, { x: -100_000, y: -100_000 }, plan, laptop);
    expect([far.x, far.y]).toEqual([200 - 1_000 / 20, 100 - 600 / 20]);
  });

  it("moves no further than it must to show a place", () => {
    const near = { x: 0, y: 0, scale: 10 };
    expect(showing(near, { x: 50, y: 30 }, plan, laptop)).toEqual(near);
    const moved = showing(near, { x: 150, y: 30 }, plan, laptop);
    expect(moved).toEqual({ x: 54, y: 0, scale: 10 });
  });
});
