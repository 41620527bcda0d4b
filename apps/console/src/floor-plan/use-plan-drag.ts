import { useCallback, useRef, useState, type PointerEvent as ReactPointerEvent } from "react";
import type { Drawing } from "./plan-draft.ts";
import type { Point } from "./plan-geometry.ts";
import type { PlanCamera } from "./use-camera.ts";

/** The drawing as it becomes when what was gripped at `from` is held at `to`, both in metres. */
export type Edit = (drawing: Drawing, from: Point, to: Point) => Drawing;

/** Pixels that a hand trembles by while it only chooses. */
const TREMBLE = 4;

interface Held {
  readonly pointer: number;
  readonly from: Point;
  readonly before: Drawing;
  readonly edit: Edit;
}

export interface PlanDrag {
  /** What is drawn while something is held. */
  readonly preview: Drawing | undefined;
  grip(event: ReactPointerEvent<SVGElement>, edit: Edit): void;
}

/** Drags with mouse, finger or pen: shown as one goes, one step of undo when let go, nothing when given up. */
export function usePlanDrag(drawing: Drawing, camera: PlanCamera, onDrop: (drawing: Drawing) => void): PlanDrag {
  const [preview, setPreview] = useState<Drawing>();
  const held = useRef<Held>(undefined);
  const drop = useRef(onDrop);
  drop.current = onDrop;

  const grip = useCallback(
    (event: ReactPointerEvent<SVGElement>, edit: Edit) => {
      if (event.button !== 0 || held.current !== undefined) return;
      const element: SVGElement = event.currentTarget;
      held.current = { pointer: event.pointerId, from: camera.metreOf(event), before: drawing, edit };
      element.setPointerCapture(event.pointerId);
      const stop = new AbortController();
      let isMoved = false;
      const now = (moveEvent: PointerEvent): Drawing | undefined => {
        const { current } = held;
        if (current === undefined || moveEvent.pointerId !== current.pointer) return undefined;
        const way = Math.hypot(moveEvent.clientX - event.clientX, moveEvent.clientY - event.clientY);
        isMoved = isMoved || way > TREMBLE;
        if (!isMoved) return undefined;
        return current.edit(current.before, current.from, camera.metreOf(moveEvent));
      };
      const end = () => {
        stop.abort();
        held.current = undefined;
        setPreview(undefined);
      };
      const { signal } = stop;
      element.addEventListener("pointermove", (moveEvent) => setPreview(now(moveEvent)), { signal });
      element.addEventListener(
        "pointerup",
        (upEvent) => {
          const after = now(upEvent);
          if (after !== undefined) drop.current(after);
          end();
        },
        { signal },
      );
      element.addEventListener("pointercancel", end, { signal });
    },
    [drawing, camera],
  );
  return { preview, grip };
}
