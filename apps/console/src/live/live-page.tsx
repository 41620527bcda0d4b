import type { Edition, Zone } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Button } from "@mantine/core";
import { IconDeviceTvOld, IconFlask } from "@tabler/icons-react";
import { Link } from "react-router";
import { CriticalBanner } from "../alerts/critical-banner.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEditions, useZones } from "../editions/edition-queries.ts";
import { BoardZones } from "./board-zones.tsx";
import { CompletenessBar } from "./completeness-bar.tsx";
import { liveMessages } from "./live-messages.ts";
import { PublishedFigures } from "./published-figures.tsx";
import { ReachFigures } from "./reach-figures.tsx";
import { StaleBanner } from "./stale-banner.tsx";
import { Totals } from "./totals.tsx";
import { PastBanner, TimeTravelBar } from "./time-travel-bar.tsx";
import { TotalsAnnouncement } from "./totals-announcement.tsx";
import { useBoardSource } from "./use-board-source.ts";
import { useCounts, useStale } from "./use-live-counts.ts";
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
  const { store, moment, travel } = useBoardSource(edition);
  const trails = useTrails(edition, store, moment);
  const stale = useStale(store);
  const refused = useCounts(store, (state) => state.refused);
  if (refused) return <EmptyState title={t("refusedTitle")} hint={t("refusedHint")} />;
  return (
    <div className="page board" data-stale={stale && moment === undefined} data-past={moment !== undefined}>
      <PastBanner edition={edition} travel={travel} />
      {stale && moment === undefined && <StaleBanner store={store} timeZone={edition.timeZone} />}
      <CriticalBanner edition={edition} />
      <PageHeader
        title={localName(edition.names, language)}
        hint={<CompletenessBar store={store} edition={edition} isPast={moment !== undefined} />}
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
      <Totals store={store} edition={edition} isPast={moment !== undefined} />
      <TotalsAnnouncement store={store} />
      {zones.length === 0 ? (
        <EmptyState title={t("noZonesTitle")} hint={t("noZonesHint")} />
      ) : (
        <BoardZones edition={edition} zones={zones} store={store} trails={trails} />
      )}
      <TimeTravelBar edition={edition} travel={travel} />
      <ReachFigures slug={edition.slug} />
      <PublishedFigures edition={edition} />
    </div>
  );
}
