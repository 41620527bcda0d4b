import type { CountRow, Zone, ZonePlacement } from "@abwab/contract";
import { localName, uiMessages, useLanguage, useMessages } from "@abwab/ui";
import { memo } from "react";
import { Link } from "react-router";
import type { CountStore } from "../live/count-store.ts";
import { useRow } from "../live/use-live-counts.ts";
import { density, showsDensity } from "../live/zone-measures.ts";
import { heatOf, levelOf, type HeatBounds, type HeatMeasure } from "./heat.ts";
import { patternOf } from "./heat-patterns.tsx";
import { boundsOf, letterHeight, middleOf, type Bounds } from "./plan-geometry.ts";
import { planMessages } from "./plan-messages.ts";
import { PlanShape } from "./plan-shape.tsx";
import { useHeatWords } from "./use-heat-words.ts";

export interface PlanZoneProps {
  zone: Zone;
  placement: ZonePlacement;
  to: string;
  store: CountStore;
  measure: HeatMeasure;
  bounds: HeatBounds;
  /** Not what one looks for. */
  dim: boolean;
  onLook: (zone: string | undefined) => void;
  /** Reached with the keyboard. */
  onReach: (placement: ZonePlacement) => void;
}

/** A zone on the plan. It re-renders when its own row or the scale changed, and not with its neighbours'. */
export const PlanZone = memo(function PlanZone(props: PlanZoneProps) {
  const { zone, placement, to, store, measure, bounds, dim, onLook, onReach } = props;
  const { language } = useLanguage();
  const t = useMessages(planMessages);
  const ui = useMessages(uiMessages);
  const words = useHeatWords();
  const row = useRow(store, zone.code);
  const value = heatOf(measure, zone, row);
  const level = levelOf(value, bounds);
  const status = row?.status ?? zone.status;
  const text = words.value(measure, value);
  const perM2 = showsDensity(zone) && measure !== "density" ? density(zone, row) : undefined;
  const crowd = perM2 === undefined ? undefined : t("perM2", { value: words.value("density", perM2) });
  const state = status === "open" ? "" : ui(status === "hold" ? "statusHold" : "statusClosed");
  const said = [localName(zone.names, language), zone.code, `${t(`measure-${measure}`)} ${text}`, crowd, state];
  return (
    <Link
      to={to}
      className="plan-zone"
      data-zone={zone.code}
      data-level={level ?? "unknown"}
      data-status={status}
      data-dim={dim}
      aria-label={said.filter(Boolean).join(t("comma"))}
      onPointerEnter={() => onLook(zone.code)}
      onPointerLeave={() => onLook(undefined)}
      onFocus={() => {
        onLook(zone.code);
        onReach(placement);
      }}
      onBlur={() => onLook(undefined)}
    >
      <PlanShape placement={placement} className="plan-fill" />
      <PlanShape placement={placement} className="plan-pattern" fill={patternOf(level)} />
      <Labels box={boundsOf(placement)} code={zone.code} text={text} crowd={crowd} row={row} status={status}>
        {localName(zone.names, language)}
      </Labels>
    </Link>
  );
});

interface LabelsProps {
  box: Bounds;
  code: string;
  text: string;
  crowd: string | undefined;
  row: CountRow | undefined;
  status: Zone["status"];
  children: string;
}

const marks = { open: "", hold: "\u2016 ", closed: "\u2715 " } as const;
/** Where there is room for it, in metres: the name of a zone. */
const NAMED = { width: 22, height: 20 };

/** Upright whatever the shape's turn: they are read, the shape is seen. */
function Labels({ box, code, text, crowd, row, status, children: name }: LabelsProps) {
  const { x, y } = middleOf(box);
  const named = box.width >= NAMED.width && box.height >= NAMED.height;
  const lines = 2 + (named ? 1 : 0) + (crowd ? 1 : 0);
  // As wide as the figure gets, so that letters don't change their size with it.
  const figure = Math.min(letterHeight(box, 4.4, lines), box.height / 3, 9);
  const small = Math.min(figure * 0.75, letterHeight(box, Math.max(4, code.length + 1.5), lines));
  const top = y - figure * 0.55 - (named ? small * 0.6 : 0) - (crowd ? small * 0.5 : 0);
  const alarm = row?.flags.includes("over_capacity") || row?.flags.includes("negative");
  return (
    <g className="plan-labels" aria-hidden>
      <text className="plan-code" x={x} y={top} fontSize={small}>
        {alarm ? "\u26a0\ufe0e " : ""}
        {marks[status]}
        {code}
      </text>
      <text className="plan-figure" x={x} y={top + figure * 1.15} fontSize={figure}>
        {text}
      </text>
      {crowd && (
        <text className="plan-crowd" x={x} y={top + figure * 1.15 + small * 1.3} fontSize={small}>
          {crowd}
        </text>
      )}
      {named && (
        <text
          className="plan-name"
          x={x}
          y={top + figure * 1.15 + small * (crowd ? 2.6 : 1.4)}
          fontSize={Math.min(small, letterHeight(box, name.length, lines))}
        >
          {name}
        </text>
      )}
    </g>
  );
}
