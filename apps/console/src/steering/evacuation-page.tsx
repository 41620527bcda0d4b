import type { Edition, Zone } from "@abwab/contract";
import { formatTime, localName, Num, StatusBadge, useLanguage, useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { IconArrowBack, IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useNow } from "../app/use-now.ts";
import { useSlug } from "../app/use-slug.ts";
import { useTitle } from "../app/use-title.ts";
import { useEditions, useZones } from "../editions/edition-queries.ts";
import { useCounts, useLiveCounts, useStale } from "../live/use-live-counts.ts";
import { EvacuationTable } from "./evacuation-table.tsx";
import { whoIsWhere } from "./who-is-where.ts";
import { steeringMessages } from "./steering-messages.ts";
import { earlierQuery, holdQuery } from "./steering-queries.ts";
import "./evacuation.css";

/** Who is where, by the counts: for a hold of the site, on a phone, a wall or on paper. */
export function EvacuationPage() {
  const slug = useSlug();
  const editions = useEditions();
  const zones = useZones(slug);
  const edition = editions.data?.find((each) => each.slug === slug);
  const error = editions.error ?? zones.error;
  if (edition && zones.data) return <Evacuation key={slug} edition={edition} zones={zones.data} />;
  if (error) {
    return <ProblemAlert error={error} retry={() => void Promise.all([editions.refetch(), zones.refetch()])} />;
  }
  return <PageSkeleton />;
}

/** How far back the trend looks. */
const TREND_MS = 5 * 60_000;
const MINUTE = 60_000;

function Evacuation({ edition, zones }: { edition: Edition; zones: readonly Zone[] }) {
  const t = useMessages(steeringMessages);
  const { language } = useLanguage();
  const { slug, timeZone } = edition;
  useTitle(t("evacuationTitle"));
  const store = useLiveCounts(slug);
  const stale = useStale(store);
  const snapshot = useCounts(store, (state) => state.snapshot);
  const minute = Math.floor(useNow(5_000) / MINUTE) * MINUTE;
  const earlier = useQuery(earlierQuery(slug, minute - TREND_MS));
  const hold = useQuery(holdQuery(slug)).data;
  const { counted, notCounted, inSpaces } = whoIsWhere(zones, snapshot?.zones ?? [], earlier.data?.zones ?? []);
  const waits = snapshot && (snapshot.completeness.silent > 0 || snapshot.completeness.pending > 0);
  return (
    <main className="evacuation" data-stale={stale} id="content">
      <header className="evacuation-head">
        <div>
          <h1>{t("evacuationTitle")}</h1>
          <p>
            {localName(edition.names, language)}
            {snapshot && ` · ${t("asOf", { time: formatTime(snapshot.asOf, language, { timeZone, seconds: true }) })}`}
          </p>
        </div>
        <div className="evacuation-acts">
          <Button
            component={Link}
            to={`/steering/${slug}`}
            variant="default"
            leftSection={<IconArrowBack size={18} className="mirrored" aria-hidden />}
          >
            {t("back")}
          </Button>
          <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t("print")}
          </Button>
        </div>
      </header>
      {hold && (
        <p className="evacuation-hold" role="status">
          <strong>{t("held", { count: hold.zones.length })}</strong>{" "}
          {t("heldBy", { time: formatTime(hold.heldAt, language, { timeZone }), by: hold.heldBy })}
        </p>
      )}
      {stale && (
        <p className="evacuation-old" role="alert">
          {t("old")}
        </p>
      )}
      {snapshot && (
        <>
          <dl className="evacuation-totals">
            <div>
              <dt>{t("onSite")}</dt>
              <dd>
                {snapshot.totals.insideSite === null ? t("notKnown") : <Num value={snapshot.totals.insideSite} />}
              </dd>
            </div>
            <div>
              <dt>{t("inSpaces")}</dt>
              <dd>
                <Num value={inSpaces} />
              </dd>
            </div>
          </dl>
          <p className="evacuation-complete" data-waits={waits}>
            {waits
              ? t("incomplete", { ...snapshot.completeness })
              : t(snapshot.completeness.devices === 0 ? "noDevicesAtAll" : "complete")}
          </p>
          <EvacuationTable rows={counted} />
          {notCounted.length > 0 && (
            <section>
              <h2>{t("notCounted")}</h2>
              <ul className="evacuation-unknown">
                {notCounted.map((zone) => (
                  <li key={zone.code}>
                    <bdi>{zone.code}</bdi> {localName(zone.names, language)}{" "}
                    <StatusBadge status={zone.status} size="sm" /> <em>{t("notKnown")}</em>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </main>
  );
}
