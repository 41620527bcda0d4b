import type { Edition, Zone } from "@abwab/contract";
import { Logo, localName, useLanguage, useMessages } from "@abwab/ui";
import { ActionIcon, Skeleton, Tooltip } from "@mantine/core";
import { useFullscreenDocument } from "@mantine/hooks";
import { IconArrowsMaximize, IconLayoutGrid, IconMap2, IconX } from "@tabler/icons-react";
import { lazy, Suspense, useMemo, type CSSProperties } from "react";
import { Link } from "react-router";
import AlertWatcher from "../alerts/alert-watcher.tsx";
import { CriticalBanner } from "../alerts/critical-banner.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useTitle } from "../app/use-title.ts";
import { useEditions, useZones } from "../editions/edition-queries.ts";
import { CompletenessBar } from "./completeness-bar.tsx";
import { boardMessages } from "./board-messages.ts";
import { liveMessages } from "./live-messages.ts";
import { byKind } from "./board-selection.ts";
import { StaleBanner } from "./stale-banner.tsx";
import { TileGrid } from "./tile-grid.tsx";
import { Totals } from "./totals.tsx";
import { useBoardView, type BoardView } from "./use-board-view.ts";
import { useLiveCounts, useStale } from "./use-live-counts.ts";
import { useTrails } from "./use-trails.ts";

const PlanView = lazy(async () => ({ default: (await import("../floor-plan/plan-view.tsx")).PlanView }));

/** Everything at a glance on one screen without scrolling, for a control room's wall. */
export function WallPage() {
  const slug = useSlug();
  const editions = useEditions();
  const zones = useZones(slug);
  const edition = editions.data?.find((each) => each.slug === slug);
  const error = editions.error ?? zones.error;
  if (edition && zones.data) return <Wall key={slug} edition={edition} zones={zones.data} />;
  if (error)
    return <ProblemAlert error={error} retry={() => void Promise.all([editions.refetch(), zones.refetch()])} />;
  return <PageSkeleton />;
}

/** Columns that give tiles about twice as wide as the screen's rows are high: fifty stand ten by five. */
export const wallColumns = (tiles: number): number => Math.max(1, Math.ceil(Math.sqrt(tiles * 2)));

function Wall({ edition, zones }: { edition: Edition; zones: readonly Zone[] }) {
  const { language } = useLanguage();
  useTitle(localName(edition.names, language));
  const store = useLiveCounts(edition.slug);
  const trails = useTrails(edition, store);
  const stale = useStale(store);
  const [view, change] = useBoardView();
  const [pavilions, others] = useMemo(() => {
    const inOrder = zones.toSorted(byKind);
    return [inOrder.filter(({ kind }) => kind === "pavilion"), inOrder.filter(({ kind }) => kind !== "pavilion")];
  }, [zones]);
  const columns = wallColumns(pavilions.length);
  const shape = { "--wall-columns": columns, "--wall-rows": Math.ceil(pavilions.length / columns) } as CSSProperties;
  return (
    <main className="wall board" data-stale={stale} style={shape} id="content">
      <header className="wall-head">
        <Logo size={46} />
        <h1>{localName(edition.names, language)}</h1>
        {stale ? (
          <StaleBanner store={store} timeZone={edition.timeZone} />
        ) : (
          <CompletenessBar store={store} edition={edition} />
        )}
        <AlertWatcher slug={edition.slug} />
        <WallActions slug={edition.slug} view={view} onChange={change} />
      </header>
      <div className="wall-top">
        <CriticalBanner edition={edition} />
        <Totals store={store} edition={edition} />
      </div>
      {view.view === "plan" ? (
        <div className="wall-plan">
          <Suspense fallback={<Skeleton height="100%" />}>
            <PlanView
              edition={edition}
              zones={zones}
              shown={zones}
              store={store}
              measure={view.measure}
              onMeasure={(measure) => change({ measure })}
            />
          </Suspense>
        </div>
      ) : (
        <>
          <div className="wall-tiles">
            <TileGrid zones={pavilions} slug={edition.slug} store={store} trails={trails} />
          </div>
          <div className="wall-others">
            <TileGrid zones={others} slug={edition.slug} store={store} trails={trails} />
          </div>
        </>
      )}
    </main>
  );
}

interface WallActionsProps {
  slug: string;
  view: BoardView;
  onChange: (change: Partial<BoardView>) => void;
}

function WallActions({ slug, view, onChange }: WallActionsProps) {
  const t = useMessages(liveMessages);
  const board = useMessages(boardMessages);
  const { toggle } = useFullscreenDocument();
  const other = view.view === "plan" ? "tiles" : "plan";
  return (
    <div className="wall-actions">
      <Tooltip label={board(other === "plan" ? "view-plan" : "view-tiles")}>
        <ActionIcon
          variant="subtle"
          color="white"
          size="lg"
          onClick={() => onChange({ view: other })}
          aria-label={board(other === "plan" ? "view-plan" : "view-tiles")}
        >
          {other === "plan" ? <IconMap2 size={20} aria-hidden /> : <IconLayoutGrid size={20} aria-hidden />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t("fullscreen")}>
        <ActionIcon variant="subtle" color="white" size="lg" onClick={() => void toggle()} aria-label={t("fullscreen")}>
          <IconArrowsMaximize size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t("leaveWall")}>
        <ActionIcon
          component={Link}
          to={`/live/${slug}`}
          variant="subtle"
          color="white"
          size="lg"
          aria-label={t("leaveWall")}
        >
          <IconX size={22} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
