import type { DoorPlacement, ZonePlacement } from "@abwab/contract";
import type { Drawing, Piece } from "./plan-draft.ts";
import { boundsOf, middleOf, type Bounds, type Point } from "./plan-geometry.ts";

type Rectangle = Extract<ZonePlacement, { shape: "rectangle" }>;
type Polygon = Extract<ZonePlacement, { shape: "polygon" }>;

/** Nothing becomes smaller than this, in metres. */
const SMALLEST = 1;
const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
/** To the centimetre, so that no figure grows a tail. */
const tidy = (value: number): number => Math.round(value * 100) / 100;

/** To the grid of so many metres; 0 for none. */
export const snapped = (value: number, grid: number): number =>
  tidy(grid > 0 ? Math.round(value / grid) * grid : value);

export function withPlacement(drawing: Drawing, placement: ZonePlacement): Drawing {
  const others = drawing.placements.some(({ zone }) => zone === placement.zone);
  const placements = others
    ? drawing.placements.map((each) => (each.zone === placement.zone ? placement : each))
    : [...drawing.placements, placement];
  return { ...drawing, placements };
}

export function withDoor(drawing: Drawing, door: DoorPlacement): Drawing {
  const doors = drawing.doors.filter(({ checkpoint }) => checkpoint !== door.checkpoint);
  return { ...drawing, doors: [...doors, door] };
}

export function without(drawing: Drawing, { kind, code }: Piece): Drawing {
  return kind === "zone"
    ? { ...drawing, placements: drawing.placements.filter(({ zone }) => zone !== code) }
    : { ...drawing, doors: drawing.doors.filter(({ checkpoint }) => checkpoint !== code) };
}

/** Another place for a piece, `by` metres from where it was, on the grid, all of it on the plan. */
export function moved(drawing: Drawing, { kind, code }: Piece, by: Point, grid: number): Drawing {
  if (kind === "door") {
    const door = drawing.doors.find(({ checkpoint }) => checkpoint === code);
    if (door === undefined) return drawing;
    return withDoor(drawing, { checkpoint: code, ...onPlan(drawing, { x: door.x + by.x, y: door.y + by.y }, grid) });
  }
  const placement = drawing.placements.find(({ zone }) => zone === code);
  if (placement === undefined) return drawing;
  const box = boundsOf(placement);
  const x = within(snapped(box.x + by.x, grid), 0, Math.max(0, drawing.width - box.width));
  const y = within(snapped(box.y + by.y, grid), 0, Math.max(0, drawing.height - box.height));
  return withPlacement(drawing, shifted(placement, tidy(x - box.x), tidy(y - box.y)));
}

function shifted(placement: ZonePlacement, dx: number, dy: number): ZonePlacement {
  if (placement.shape === "rectangle") return { ...placement, x: tidy(placement.x + dx), y: tidy(placement.y + dy) };
  return { ...placement, points: placement.points.map(({ x, y }) => ({ x: tidy(x + dx), y: tidy(y + dy) })) };
}

const onPlan = ({ width, height }: Drawing, { x, y }: Point, grid: number): Point => ({
  x: within(snapped(x, grid), 0, width),
  y: within(snapped(y, grid), 0, height),
});

const turned = ({ x, y }: Point, degrees: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  return { x: x * Math.cos(angle) - y * Math.sin(angle), y: x * Math.sin(angle) + y * Math.cos(angle) };
};

/** Of a rectangle: -1 is left or upper, 1 right or lower. */
export interface Corner {
  readonly x: -1 | 1;
  readonly y: -1 | 1;
}
export const corners: readonly Corner[] = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
];

/** Where a corner of a turned rectangle is. */
export function cornerAt(rectangle: Rectangle, { x, y }: Corner): Point {
  const middle = middleOf(rectangle);
  const arm = turned({ x: (x * rectangle.width) / 2, y: (y * rectangle.height) / 2 }, rectangle.rotation);
  return { x: middle.x + arm.x, y: middle.y + arm.y };
}

/** A rectangle with one corner pulled to a point; the opposite one stays where it is. */
export function pulled(drawing: Drawing, rectangle: Rectangle, corner: Corner, to: Point, grid: number): Drawing {
  const fixed = cornerAt(rectangle, { x: corner.x === 1 ? -1 : 1, y: corner.y === 1 ? -1 : 1 });
  const arm = turned({ x: to.x - fixed.x, y: to.y - fixed.y }, -rectangle.rotation);
  const width = Math.max(SMALLEST, snapped(Math.max(0, arm.x * corner.x), grid));
  const height = Math.max(SMALLEST, snapped(Math.max(0, arm.y * corner.y), grid));
  const half = turned({ x: (corner.x * width) / 2, y: (corner.y * height) / 2 }, rectangle.rotation);
  const x = tidy(fixed.x + half.x - width / 2);
  const y = tidy(fixed.y + half.y - height / 2);
  return withPlacement(drawing, onto(drawing, { ...rectangle, x, y, width, height }));
}

/** No wider than the plan, and on it. */
export function onto(plan: { width: number; height: number }, rectangle: Rectangle): Rectangle {
  const width = within(rectangle.width, SMALLEST, plan.width);
  const height = within(rectangle.height, SMALLEST, plan.height);
  return {
    ...rectangle,
    width,
    height,
    x: within(rectangle.x, 0, tidy(plan.width - width)),
    y: within(rectangle.y, 0, tidy(plan.height - height)),
    rotation: ((Math.round(rectangle.rotation) % 360) + 360) % 360,
  };
}

/** Degrees of a rectangle whose upper side looks to a point, in steps. */
export function turnTowards(rectangle: Rectangle, to: Point, step: number): number {
  const middle = middleOf(rectangle);
  const degrees = (Math.atan2(to.y - middle.y, to.x - middle.x) * 180) / Math.PI + 90;
  return (Math.round(degrees / step) * step + 360) % 360;
}

export const asPolygon = (rectangle: Rectangle, plan: Drawing): Polygon => ({
  zone: rectangle.zone,
  shape: "polygon",
  points: corners.map((corner) => onPlan(plan, cornerAt(rectangle, corner), 0)),
});
export function asRectangle(polygon: Polygon): Rectangle {
  const { x, y, width, height }: Bounds = boundsOf(polygon);
  const size = { width: Math.max(SMALLEST, width), height: Math.max(SMALLEST, height) };
  return { zone: polygon.zone, shape: "rectangle", x, y, ...size, rotation: 0 };
}

export function withPoint(drawing: Drawing, polygon: Polygon, index: number, to: Point, grid: number): Drawing {
  const points = polygon.points.map((point, at) => (at === index ? onPlan(drawing, to, grid) : point));
  return withPlacement(drawing, { ...polygon, points });
}

/** Most corners of a polygon, as the contract has it. */
const MOST_POINTS = 40;

/** One corner more, in the middle of the side after `index`. */
export function withMorePoints(polygon: Polygon, index: number): Polygon {
  const [from, to] = [polygon.points[index], polygon.points[(index + 1) % polygon.points.length]];
  if (from === undefined || to === undefined || polygon.points.length >= MOST_POINTS) return polygon;
  const between = { x: tidy((from.x + to.x) / 2), y: tidy((from.y + to.y) / 2) };
  return { ...polygon, points: polygon.points.toSpliced(index + 1, 0, between) };
}

/** Another size of the plan; what would stand outside comes in. */
export function withSize(drawing: Drawing, size: { width: number; height: number }): Drawing {
  const plan = { ...drawing, ...size };
  const inside = (drawn: Drawing, piece: Piece) => moved(drawn, piece, { x: 0, y: 0 }, 0);
  const shrunk = {
    ...plan,
    placements: plan.placements.map((each) => {
      if (each.shape === "rectangle") return onto(plan, each);
      return { ...each, points: each.points.map((point) => onPlan(plan, point, 0)) };
    }),
  };
  return plan.doors.reduce((drawn, { checkpoint }) => inside(drawn, { kind: "door", code: checkpoint }), shrunk);
}
