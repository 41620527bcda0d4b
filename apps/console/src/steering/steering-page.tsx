import { zoneStatus, type Edition, type Zone } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEditions, useZones } from "../editions/edition-queries.ts";
import { CompletenessBar } from "../live/completeness-bar.tsx";
import { StaleBanner } from "../live/stale-banner.tsx";
import { useLiveCounts, useStale } from "../live/use-live-counts.ts";
import { BroadcastsSection } from "./broadcasts-section.tsx";
import { SiteHoldBar } from "./site-hold-bar.tsx";
import { acknowledgementsQuery } from "./steering-queries.ts";
import { steeringMessages } from "./steering-messages.ts";
import { SteeredZones } from "./steered-zones.tsx";
import "./steering.css";
import { useMayWhole } from "../sign-in/session.ts";

/** Where an organiser opens, holds and closes, with one thumb, and sees who has heard of it. */
export function SteeringPage() {
  const slug = useSlug();
  return (
    <RoleGate needed="organiser" ofZones>
      <Loaded key={slug} slug={slug} />
    </RoleGate>
  );
}

function Loaded({ slug }: { slug: string }) {
  const editions = useEditions();
  const zones = useZones(slug);
  const edition = editions.data?.find((each) => each.slug === slug);
  if (editions.data && !edition) return <NotFoundPage />;
  const error = editions.error ?? zones.error;
  if (edition && zones.data) return <Steering edition={edition} zones={zones.data} />;
  if (!error) return <PageSkeleton />;
  return (
    <div className="page">
      <ProblemAlert error={error} retry={() => void Promise.all([editions.refetch(), zones.refetch()])} />
    </div>
  );
}

function Steering({ edition, zones }: { edition: Edition; zones: readonly Zone[] }) {
  const t = useMessages(steeringMessages);
  const store = useLiveCounts(edition.slug);
  const stale = useStale(store);
  const mayAll = useMayWhole("organiser");
  const acknowledgements = useQuery(acknowledgementsQuery(edition.slug));
  const restricted = zones.some(({ status }) => status !== zoneStatus.enum.open);
  return (
    <div className="page steering board" data-stale={stale}>
      {stale && <StaleBanner store={store} timeZone={edition.timeZone} />}
      <PageHeader
        title={t("title")}
        hint={<CompletenessBar store={store} edition={edition} />}
        actions={
          mayAll && (
            <Button
              component={Link}
              to={`/evacuation/${edition.slug}`}
              variant={restricted ? "filled" : "default"}
              leftSection={<IconUsersGroup size={18} aria-hidden />}
            >
              {t("evacuation")}
            </Button>
          )
        }
      />
      {mayAll && <SiteHoldBar edition={edition} zones={zones} acknowledgements={acknowledgements.data ?? []} />}
      <ProblemAlert error={acknowledgements.error} retry={() => void acknowledgements.refetch()} />
      <SteeredZones edition={edition} zones={zones} store={store} acknowledgements={acknowledgements.data} />
      <BroadcastsSection edition={edition} zones={zones} />
    </div>
  );
}
