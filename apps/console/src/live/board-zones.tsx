import type { Edition, Zone } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Skeleton, Title } from "@mantine/core";
import { lazy, Suspense } from "react";
import { ExportLink } from "../exports/export-link.tsx";
import { byKind } from "./board-selection.ts";
import { boardMessages } from "./board-messages.ts";
import { BoardToolbar } from "./board-toolbar.tsx";
import type { CountStore } from "./count-store.ts";
import { TileGrid } from "./tile-grid.tsx";
import type { TrailStore } from "./trail-store.ts";
import { useBoardView } from "./use-board-view.ts";
import { useCounts } from "./use-live-counts.ts";
import { useSelectedZones } from "./use-selected-zones.ts";

// A plan and a table come with code of their own: whoever watches tiles is not sent it.
const PlanView = lazy(async () => ({ default: (await import("../floor-plan/plan-view.tsx")).PlanView }));
const BoardTable = lazy(async () => ({ default: (await import("./board-table.tsx")).BoardTable }));

export interface BoardZonesProps {
  edition: Edition;
  zones: readonly Zone[];
  store: CountStore;
  trails: TrailStore;
}

/** The rows of the board as tiles, floor plan or table, with what one looks for in them. */
export function BoardZones({ edition, zones, store, trails }: BoardZonesProps) {
  const t = useMessages(boardMessages);
  const [view, change] = useBoardView();
  const shown = useSelectedZones(zones, store, view);
  const day = useCounts(store, (state) => state.snapshot?.day);
  const chosen = shown.length === zones.length ? [] : shown.map(({ code }) => code);
  return (
    <section className="board-part" aria-labelledby="zones-title">
      <div className="board-head">
        <Title order={2} size="h4" id="zones-title">
          {t("zones")}
        </Title>
        <BoardToolbar view={view} onChange={change} />
      </div>
      {view.view === "tiles" && (
        <Tiles shown={shown} inOrder={view.sort !== "code"} slug={edition.slug} store={store} trails={trails} />
      )}
      <Suspense fallback={<Skeleton height={480} />}>
        {view.view === "plan" && (
          <PlanView
            edition={edition}
            zones={zones}
            shown={shown}
            store={store}
            measure={view.measure}
            onMeasure={(measure) => change({ measure })}
          />
        )}
        {view.view === "table" && (
          <BoardTable zones={shown} slug={edition.slug} store={store} view={view} onChange={change} />
        )}
      </Suspense>
      {day !== undefined && (
        <div className="board-export">
          <ExportLink slug={edition.slug} wanted={{ by: ["zone", "day"], from: day, to: day, zones: chosen }} />
        </div>
      )}
    </section>
  );
}

interface TilesProps {
  shown: readonly Zone[];
  /** Whether a measure orders them: then they stay in one row of tiles. */
  inOrder: boolean;
  slug: string;
  store: CountStore;
  trails: TrailStore;
}

/** The site and the larger spaces stand apart from the pavilions, above them. */
function Tiles({ shown, inOrder, slug, store, trails }: TilesProps) {
  const t = useMessages(boardMessages);
  const grid = { slug, store, trails };
  const others = shown.filter(({ kind }) => kind !== "pavilion");
  const pavilions = shown.filter(({ kind }) => kind === "pavilion");
  if (others.length === 0 || pavilions.length === 0) return <TileGrid zones={shown} {...grid} />;
  return (
    <>
      <h3 className="visually-hidden">{t("otherZones")}</h3>
      <div className="board-others">
        <TileGrid zones={inOrder ? others : others.toSorted(byKind)} {...grid} />
      </div>
      <h3 className="board-subhead">{t("pavilions")}</h3>
      <TileGrid zones={pavilions} {...grid} />
    </>
  );
}
