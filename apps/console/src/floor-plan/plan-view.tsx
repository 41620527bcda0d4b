import type { DoorPlacement, Edition, FloorPlan, Zone, ZonePlacement } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, SegmentedControl, Skeleton } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { memo, useCallback, useMemo, useState } from "react";
import { Link } from "react-router";
import { EmptyState } from "../app/empty-state.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import type { CountStore } from "../live/count-store.ts";
import { useMayWhole } from "../sign-in/session.ts";
import { heatMeasures, type HeatMeasure } from "./heat.ts";
import { PlanCanvas } from "./plan-canvas.tsx";
import { PlanCard } from "./plan-card.tsx";
import { boundsOf, middleOf } from "./plan-geometry.ts";
import { PlanLegend } from "./plan-legend.tsx";
import { planMessages } from "./plan-messages.ts";
import { backgroundAddress, planQuery } from "./plan-queries.ts";
import { PlanZone } from "./plan-zone.tsx";
import { useCamera } from "./use-camera.ts";
import { useHeatBounds } from "./use-heat-bounds.ts";

export interface PlanViewProps {
  edition: Edition;
  zones: readonly Zone[];
  /** Those one looks for; the others are dimmed. */
  shown: readonly Zone[];
  store: CountStore;
  measure: HeatMeasure;
  onMeasure: (measure: HeatMeasure) => void;
}

/** The zones where they stand, coloured by how it is there now. */
export function PlanView(props: PlanViewProps) {
  const t = useMessages(planMessages);
  const mayDraw = useMayWhole("organiser");
  const { slug } = props.edition;
  const plan = useQuery(planQuery(slug));
  if (plan.data === undefined) {
    if (plan.error) return <ProblemAlert error={plan.error} retry={() => void plan.refetch()} />;
    return <Skeleton height={480} />;
  }
  if (plan.data.placements.length === 0) {
    return (
      <EmptyState title={t("emptyTitle")} hint={t(mayDraw ? "emptyHint" : "emptyHintViewer")}>
        {mayDraw && (
          <Button component={Link} to={`/floor-plan/${slug}`} leftSection={<IconPencil size={18} aria-hidden />}>
            {t("draw")}
          </Button>
        )}
      </EmptyState>
    );
  }
  return <Plan {...props} plan={plan.data} mayDraw={mayDraw} />;
}

type PlanProps = PlanViewProps & { plan: FloorPlan; mayDraw: boolean };

function Plan({ edition, zones, shown, store, measure, onMeasure, plan, mayDraw }: PlanProps) {
  const t = useMessages(planMessages);
  const { language } = useLanguage();
  const camera = useCamera(plan);
  const bounds = useHeatBounds(measure, zones, store);
  const [looked, setLooked] = useState<string>();
  const reach = useCallback((placement: ZonePlacement) => camera.show(middleOf(boundsOf(placement))), [camera]);
  const byCode = useMemo(() => new Map(zones.map((zone) => [zone.code, zone])), [zones]);
  const wanted = new Set(shown.map(({ code }) => code));
  const placed = new Set(plan.placements.map(({ zone }) => zone));
  const missing = zones.filter(({ code, kind }) => kind !== "site" && !placed.has(code));
  const card = looked === undefined ? undefined : byCode.get(looked);
  return (
    <div className="plan-view card">
      <div className="plan-head">
        <SegmentedControl
          className="plan-measures"
          aria-label={t("measure")}
          value={measure}
          onChange={onMeasure}
          data={heatMeasures.map((value) => ({ value, label: t(`measure-${value}`) }))}
        />
        {plan.sample && <Badge color="brass">{t("sample")}</Badge>}
        {mayDraw && (
          <Button
            className="plan-edit"
            component={Link}
            to={`/floor-plan/${edition.slug}`}
            variant="default"
            leftSection={<IconPencil size={17} aria-hidden />}
          >
            {t("edit")}
          </Button>
        )}
      </div>
      <PlanCanvas
        plan={plan}
        picture={backgroundAddress(edition.slug, plan)}
        camera={camera}
        label={t("planOf", { edition: localName(edition.names, language) })}
        over={card && <PlanCard zone={card} store={store} />}
      >
        {plan.placements.map((placement) => {
          const zone = byCode.get(placement.zone);
          if (zone === undefined) return null;
          return (
            <PlanZone
              key={zone.code}
              zone={zone}
              placement={placement}
              to={`/live/${edition.slug}/${zone.code}`}
              store={store}
              measure={measure}
              bounds={bounds}
              dim={!wanted.has(zone.code)}
              onLook={setLooked}
              onReach={reach}
            />
          );
        })}
        <PlanDoors doors={plan.doors} size={Math.max(plan.width, plan.height) / 75} />
      </PlanCanvas>
      <PlanLegend measure={measure} bounds={bounds} />
      {missing.length > 0 && (
        <p className="plan-missing">
          {t("missing", { count: missing.length })}{" "}
          {missing.map(({ code }) => (
            <Link key={code} to={`/live/${edition.slug}/${code}`}>
              <bdi>{code}</bdi>
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}

/** Gates and doors, each a pin with its code. */
export const PlanDoors = memo(function PlanDoors({ doors, size }: { doors: readonly DoorPlacement[]; size: number }) {
  return (
    <g className="plan-doors" aria-hidden>
      {doors.map(({ checkpoint, x, y }) => (
        <g key={checkpoint} transform={`translate(${x} ${y})`}>
          <circle r={size} />
          <text fontSize={size * 0.95} y={size * 0.34}>
            {checkpoint}
          </text>
        </g>
      ))}
    </g>
  );
});
