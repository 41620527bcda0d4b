import { TURN } from "./editor-handles.tsx";
import { placementOf, type Drawing, type Piece } from "./plan-draft.ts";
import { moved, onto, without, withPlacement } from "./plan-edits.ts";
import type { Point } from "./plan-geometry.ts";

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** Shift goes this many steps at once. */
const FAR = 5;
const STEP_WITHOUT_GRID = 0.1;

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * What a key does to a piece: arrows move it, with Alt they make it larger or smaller, R turns it, Delete takes it off.
 * Undefined for a key that means nothing here. Left is left in every language: a plan does not turn round.
 */
export function keyed(
  drawing: Drawing,
  piece: Piece,
  { key, shiftKey, altKey }: Key,
  grid: number,
): Drawing | undefined {
  const arrow = arrows[key];
  const step = (grid > 0 ? grid : STEP_WITHOUT_GRID) * (shiftKey ? FAR : 1);
  if (arrow !== undefined) {
    const by = { x: arrow.x * step, y: arrow.y * step };
    return altKey ? larger(drawing, piece, by) : moved(drawing, piece, by, grid);
  }
  if (key === "Delete" || key === "Backspace") return without(drawing, piece);
  if (key.toLowerCase() === "r") return turned(drawing, piece, shiftKey ? -TURN : TURN);
  return undefined;
}

function larger(drawing: Drawing, piece: Piece, by: Point): Drawing | undefined {
  const placement = piece.kind === "zone" ? placementOf(drawing, piece.code) : undefined;
  if (placement?.shape !== "rectangle") return undefined;
  const size = { width: placement.width + by.x, height: placement.height + by.y };
  return withPlacement(drawing, onto(drawing, { ...placement, ...size }));
}

function turned(drawing: Drawing, piece: Piece, degrees: number): Drawing | undefined {
  const placement = piece.kind === "zone" ? placementOf(drawing, piece.code) : undefined;
  if (placement?.shape !== "rectangle") return undefined;
  return withPlacement(drawing, onto(drawing, { ...placement, rotation: placement.rotation + degrees }));
}
