import type { ZonePlacement } from "@abwab/contract";
import type { PointerEvent } from "react";
import { cornerAt, corners, pulled, turnTowards, withMorePoints, withPlacement, withPoint } from "./plan-edits.ts";
import { middleOf } from "./plan-geometry.ts";
import type { Edit } from "./use-plan-drag.ts";

/** Degrees that turning by hand goes by. */
export const TURN = 15;

export interface EditorHandlesProps {
  placement: ZonePlacement;
  /** Metres from a handle's middle to its edge. */
  size: number;
  grid: number;
  onGrip: (event: PointerEvent<SVGElement>, edit: Edit) => void;
}

/**
 * What the chosen zone is pulled and turned by. It is for pointers: the keyboard has keys for the same, and the panel
 * has fields.
 */
export function EditorHandles({ placement, size, grid, onGrip }: EditorHandlesProps) {
  if (placement.shape === "polygon") {
    return (
      <g className="editor-handles" aria-hidden>
        {placement.points.map((_, index) => {
          const more = withMorePoints(placement, index);
          const between = more.points[index + 1];
          if (more === placement || between === undefined) return null;
          return (
            <circle
              key={`between ${index}`}
              data-grip
              className="editor-between"
              cx={between.x}
              cy={between.y}
              r={size * 0.7}
              onPointerDown={(event) =>
                onGrip(event, (drawing, _from, to) => withPoint(drawing, more, index + 1, to, grid))
              }
            />
          );
        })}
        {placement.points.map((point, index) => (
          <circle
            key={index}
            data-grip
            data-handle={index}
            cx={point.x}
            cy={point.y}
            r={size}
            onPointerDown={(event) => onGrip(event, (drawing, _, to) => withPoint(drawing, placement, index, to, grid))}
          />
        ))}
      </g>
    );
  }
  const middle = middleOf(placement);
  const turn = `rotate(${placement.rotation} ${middle.x} ${middle.y})`;
  const above = placement.y - size * 4;
  return (
    <g className="editor-handles" aria-hidden>
      <g transform={turn}>
        <path d={`M${middle.x} ${placement.y}V${above}`} />
        <circle
          data-grip
          data-handle="turn"
          className="editor-turn"
          cx={middle.x}
          cy={above}
          r={size}
          onPointerDown={(event) =>
            onGrip(event, (drawing, _, to) =>
              withPlacement(drawing, { ...placement, rotation: turnTowards(placement, to, TURN) }),
            )
          }
        />
      </g>
      {corners.map((corner) => {
        const at = cornerAt(placement, corner);
        return (
          <rect
            key={`${corner.x} ${corner.y}`}
            data-grip
            data-handle={`${corner.x},${corner.y}`}
            x={at.x - size}
            y={at.y - size}
            width={2 * size}
            height={2 * size}
            onPointerDown={(event) => onGrip(event, (drawing, _, to) => pulled(drawing, placement, corner, to, grid))}
          />
        );
      })}
    </g>
  );
}
