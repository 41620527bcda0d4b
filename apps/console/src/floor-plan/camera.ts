import type { Point } from "./plan-geometry.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What part of a plan is on screen: the metre at its upper left corner, and pixels a metre. */
export interface Camera extends Point {
  readonly scale: number;
}

/** Nobody needs a plan larger than this, in pixels a metre. */
const LARGEST = 60;

export const fitScale = (plan: Size, screen: Size): number =>
  Math.min(screen.width / plan.width, screen.height / plan.height);
/** No part of the screen is empty: on a telephone a wide plan is panned through rather than read with a glass. */
export const coverScale = (plan: Size, screen: Size): number =>
  Math.max(screen.width / plan.width, screen.height / plan.height);

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The camera with no more emptiness round the plan than must be; a plan smaller than the screen stands in its middle. */
export function keptWithin(camera: Camera, plan: Size, screen: Size): Camera {
  const scale = within(camera.scale, fitScale(plan, screen), Math.max(LARGEST, fitScale(plan, screen)));
  const along = (at: number, length: number, pixels: number): number => {
    const shown = pixels / scale;
    return shown >= length ? (length - shown) / 2 : within(at, 0, length - shown);
  };
  return {
    scale,
    x: along(camera.x, plan.width, screen.width),
    y: along(camera.y, plan.height, screen.height),
  };
}

/** The metre under a point of the screen, in pixels from its upper left corner. */
export const metreAt = (camera: Camera, at: Point): Point => ({
  x: camera.x + at.x / camera.scale,
  y: camera.y + at.y / camera.scale,
});

/** Nearer by `factor`, with what is under `at` staying there. */
export function zoomedAt(camera: Camera, factor: number, at: Point, plan: Size, screen: Size): Camera {
  const under = metreAt(camera, at);
  const { scale } = keptWithin({ ...camera, scale: camera.scale * factor }, plan, screen);
  return keptWithin({ scale, x: under.x - at.x / scale, y: under.y - at.y / scale }, plan, screen);
}

export const panned = (camera: Camera, by: Point, plan: Size, screen: Size): Camera =>
  keptWithin({ ...camera, x: camera.x - by.x / camera.scale, y: camera.y - by.y / camera.scale }, plan, screen);

/** Moved as little as shows the point, with some room round it. */
export function showing(camera: Camera, { x, y }: Point, plan: Size, screen: Size): Camera {
  const room = 40 / camera.scale;
  const along = (from: number, shown: number, at: number): number =>
    within(from, at + room - shown, Math.max(at - room, at + room - shown));
  const [w, h] = [screen.width / camera.scale, screen.height / camera.scale];
  return keptWithin({ ...camera, x: along(camera.x, w, x), y: along(camera.y, h, y) }, plan, screen);
}

export const viewBoxOf = ({ x, y, scale }: Camera, screen: Size): string =>
  [x, y, screen.width / scale, screen.height / scale].map((value) => value.toFixed(3)).join(" ");
