import type { ZonePlacement } from "@abwab/contract";

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Bounds extends Point {
  readonly width: number;
  readonly height: number;
}

/** The upright box round a placement, before it is turned. */
export function boundsOf(placement: ZonePlacement): Bounds {
  if (placement.shape === "rectangle") return placement;
  const xs = placement.points.map(({ x }) => x);
  const ys = placement.points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

export const middleOf = ({ x, y, width, height }: Bounds): Point => ({ x: x + width / 2, y: y + height / 2 });

/** `transform` of a turned rectangle. */
export function turnOf(placement: ZonePlacement): string | undefined {
  if (placement.shape !== "rectangle" || placement.rotation === 0) return undefined;
  const { x, y } = middleOf(placement);
  return `rotate(${placement.rotation} ${x} ${y})`;
}

export const pointsText = (points: readonly Point[]): string => points.map(({ x, y }) => `${x},${y}`).join(" ");

/** Width of a letter in parts of its height. */
const LETTER = 0.6;

/** How high letters may be, in metres, so that `letters` of them stand in the box and `lines` below each other. */
export function letterHeight({ width, height }: Bounds, letters: number, lines: number): number {
  return Math.min((width * 0.9) / (letters * LETTER), (height * 0.86) / (lines * 1.15));
}
