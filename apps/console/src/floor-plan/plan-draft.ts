import type { DoorPlacement, FloorPlan, ZonePlacement } from "@abwab/contract";

/** What somebody draws: all of a plan but its version and its picture. */
export type Drawing = Pick<FloorPlan, "width" | "height" | "placements" | "doors">;

/** What stands on a plan: a zone by its code, or a checkpoint's pin. */
export interface Piece {
  readonly kind: "zone" | "door";
  readonly code: string;
}
export const isSame = (a: Piece | undefined, b: Piece | undefined): boolean =>
  a?.kind === b?.kind && a?.code === b?.code;

export interface PlanDraft {
  readonly drawing: Drawing;
  readonly past: readonly Drawing[];
  readonly future: readonly Drawing[];
  /** As it was last saved or read. */
  readonly saved: Drawing;
}

export type DraftAction =
  | { readonly do: "change"; readonly drawing: Drawing }
  | { readonly do: "undo" | "redo" }
  /** This drawing was saved; there may be later changes by now. */
  | { readonly do: "saved"; readonly drawing: Drawing }
  /** Begin again with what somebody else has saved. */
  | { readonly do: "load"; readonly drawing: Drawing };

const MOST_STEPS = 200;

export const draftOf = ({ width, height, placements, doors }: Drawing): PlanDraft => {
  const drawing = { width, height, placements, doors };
  return { drawing, past: [], future: [], saved: drawing };
};

export const isChanged = ({ drawing, saved }: PlanDraft): boolean => drawing !== saved;

export function nextDraft(draft: PlanDraft, action: DraftAction): PlanDraft {
  const { drawing, past, future } = draft;
  switch (action.do) {
    case "change":
      if (action.drawing === drawing) return draft;
      return { ...draft, drawing: action.drawing, past: [...past, drawing].slice(-MOST_STEPS), future: [] };
    case "undo": {
      const before = past.at(-1);
      return before === undefined
        ? draft
        : { ...draft, drawing: before, past: past.slice(0, -1), future: [drawing, ...future] };
    }
    case "redo": {
      const [after, ...rest] = future;
      return after === undefined ? draft : { ...draft, drawing: after, past: [...past, drawing], future: rest };
    }
    case "saved":
      return { ...draft, saved: action.drawing };
    case "load":
      return draftOf(action.drawing);
  }
}

export const placementOf = (drawing: Drawing, code: string): ZonePlacement | undefined =>
  drawing.placements.find(({ zone }) => zone === code);
export const doorOf = (drawing: Drawing, code: string): DoorPlacement | undefined =>
  drawing.doors.find(({ checkpoint }) => checkpoint === code);
