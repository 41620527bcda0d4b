import type { ZonePlacement } from "@abwab/contract";
import type { SVGProps } from "react";
import { pointsText, turnOf } from "./plan-geometry.ts";

export interface PlanShapeProps extends Pick<SVGProps<SVGElement>, "className" | "fill"> {
  placement: ZonePlacement;
}

/** The outline of a placement. */
export function PlanShape({ placement, ...rest }: PlanShapeProps) {
  if (placement.shape === "polygon") {
    return <polygon points={pointsText(placement.points)} {...rest} />;
  }
  const { x, y, width, height } = placement;
  const round = Math.min(width, height) / 12;
  return <rect x={x} y={y} width={width} height={height} rx={round} transform={turnOf(placement)} {...rest} />;
}
