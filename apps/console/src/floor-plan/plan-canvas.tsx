import type { FloorPlan } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowsMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import type { ReactNode, SVGProps } from "react";
import { HeatPatterns } from "./heat-patterns.tsx";
import { planMessages } from "./plan-messages.ts";
import type { PlanCamera } from "./use-camera.ts";

/** One press of a button, nearer or further away. */
const STEP = 1.5;

export interface PlanCanvasProps extends SVGProps<SVGSVGElement> {
  plan: Pick<FloorPlan, "width" | "height">;
  picture: string | undefined;
  camera: PlanCamera;
  label: string;
  children: ReactNode;
  /** Over the drawing. */
  over?: ReactNode;
}

/** A plan's ground with its picture and what stands on it; panned and zoomed. It never turns round with the page. */
export function PlanCanvas({ plan, picture, camera, label, children, over, ...rest }: PlanCanvasProps) {
  const t = useMessages(planMessages);
  const { width, height } = plan;
  const steps = [
    { name: "zoomIn", icon: IconPlus, act: () => camera.zoom(STEP) },
    { name: "zoomOut", icon: IconMinus, act: () => camera.zoom(1 / STEP) },
    { name: "fit", icon: IconArrowsMaximize, act: () => camera.fit() },
  ] as const;
  return (
    <div className="plan-canvas">
      <svg {...rest} ref={camera.svg} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        <HeatPatterns unit={Math.max(width, height) / 110} />
        <rect className="plan-ground" width={width} height={height} rx={2} />
        {picture && (
          <image
            href={picture}
            className="plan-picture"
            width={width}
            height={height}
            preserveAspectRatio="xMidYMid meet"
          />
        )}
        {children}
      </svg>
      <div className="plan-zoom">
        {steps.map(({ name, icon: Icon, act }) => (
          <Tooltip key={name} label={t(name)}>
            <ActionIcon variant="default" size={40} onClick={act} aria-label={t(name)}>
              <Icon size={19} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
      {over}
    </div>
  );
}
