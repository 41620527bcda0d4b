import type { Edition, Zone } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Button, Title } from "@mantine/core";
import { IconDeviceTvOld, IconFlask } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { EmptyState } from "../app/empty-state.tsx";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEditions, useZones } from "../editions/edition-queries.ts";
import { byKind, type BoardView } from "./board-selection.ts";
import { BoardToolbar } from "./board-toolbar.tsx";
import { CompletenessBar } from "./completeness-bar.tsx";
import { liveMessages } from "./live-messages.ts";
import { PublishedFigures } from "./published-figures.tsx";
import { StaleBanner } from "./stale-banner.tsx";
import { TileGrid } from "./tile-grid.tsx";
import { Totals } from "./totals.tsx";
import { TotalsAnnouncement } from "./totals-announcement.tsx";
import { useBoardSource } from "./use-board-source.ts";
import { useCounts, useStale } from "./use-live-counts.ts";
import { useSelectedZones } from "./use-selected-zones.ts";
import { useTrails } from "./use-trails.ts";

export function LivePage() {
  const slug = useSlug();
  const editions = useEditions();
  const zones = useZones(slug);
  const edition = editions.data?.find((each) => each.slug === slug);
  const error = editions.error ?? zones.error;
  if (editions.data && !edition) return <NotFoundPage />;
  if (error && !(edition && zones.data)) {
    return (
      <div className="page">
        <ProblemAlert error={error} retry={() => void Promise.all([editions.refetch(), zones.refetch()])} />
      </div>
    );
  }
  if (!edition || !zones.data) return <PageSkeleton />;
  return <Board key={slug} edition={edition} zones={zones.data} />;
}

function Board({ edition, zones }: { edition: Edition; zones: readonly Zone[] }) {
  const t = useMessages(liveMessages);
  const { language } = useLanguage();
  const { store } = useBoardSource(edition);
  const trails = useTrails(edition, store);
  const stale = useStale(store);
  const refused = useCounts(store, (state) => state.refused);
  const [view, setView] = useState<BoardView>({ filter: "all", sort: "code", search: "" });
  const pavilions = useMemo(() => zones.filter((zone) => zone.kind === "pavilion"), [zones]);
  const others = useMemo(() => zones.filter((zone) => zone.kind !== "pavilion").toSorted(byKind), [zones]);
  const shown = useSelectedZones(pavilions, store, view);
  if (refused) return <EmptyState title={t("refusedTitle")} hint={t("refusedHint")} />;
  const grid = { slug: edition.slug, store, trails };
  return (
    <div className="page board" data-stale={stale}>
      {stale && <StaleBanner store={store} timeZone={edition.timeZone} />}
      <PageHeader
        title={localName(edition.names, language)}
        hint={<CompletenessBar store={store} edition={edition} />}
        actions={
          <Button
            component={Link}
            to={`/wall/${edition.slug}`}
            variant="default"
            leftSection={<IconDeviceTvOld size={18} aria-hidden />}
          >
            {t("wall")}
          </Button>
        }
      />
      {edition.status === "draft" && (
        <Alert color="brass" mb="md" icon={<IconFlask aria-hidden />}>
          {t("rehearsal")}
        </Alert>
      )}
      <Totals store={store} edition={edition} />
      <TotalsAnnouncement store={store} />
      {zones.length === 0 ? (
        <EmptyState title={t("noZonesTitle")} hint={t("noZonesHint")} />
      ) : (
        <>
          <section className="board-part board-others" aria-labelledby="others-title">
            <Title order={2} size="h4" id="others-title">
              {t("otherZones")}
            </Title>
            <TileGrid zones={others} {...grid} />
          </section>
          <section className="board-part" aria-labelledby="pavilions-title">
            <div className="board-head">
              <Title order={2} size="h4" id="pavilions-title">
                {t("pavilions")}
              </Title>
              <BoardToolbar view={view} onChange={setView} />
            </div>
            <TileGrid zones={shown} {...grid} />
          </section>
        </>
      )}
      <PublishedFigures edition={edition} />
    </div>
  );
}
