import type { Edition, Zone } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { StatusBadge, localName, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Anchor, Badge, Button } from "@mantine/core";
import { IconArrowBackUp, IconMessage2, IconShieldLock } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useNow } from "../app/use-now.ts";
import { useSlug } from "../app/use-slug.ts";
import { useEdition, useZones } from "../editions/edition-queries.ts";
import { CompletenessBar } from "../live/completeness-bar.tsx";
import { StaleBanner } from "../live/stale-banner.tsx";
import { useCounts, useLiveCounts, useRow, useStale } from "../live/use-live-counts.ts";
import { useMay } from "../sign-in/session.ts";
import { reportUrl } from "../reports/report-url.ts";
import { AdjustmentDialog } from "./adjustment-dialog.tsx";
import { HistorySection } from "./history-section.tsx";
import { LedgerSection } from "./ledger-section.tsx";
import { pavilionMessages } from "./pavilion-messages.ts";
import { RecountDialog } from "./recount-dialog.tsx";
import { StatusDialog } from "./status-dialog.tsx";
import { ZoneDoors } from "./zone-doors.tsx";
import { ZoneFigures } from "./zone-figures.tsx";

export function PavilionPage() {
  const slug = useSlug();
  const { code } = useParams();
  const edition = useEdition(slug);
  const zones = useZones(slug);
  const zone = zones.data?.find((each) => each.code === code);
  if (edition && zone) return <Pavilion key={`${slug}/${zone.code}`} edition={edition} zone={zone} />;
  if (zones.error) {
    return (
      <div className="page">
        <ProblemAlert error={zones.error} retry={() => void zones.refetch()} />
      </div>
    );
  }
  return zones.data ? <NotFoundPage /> : <PageSkeleton />;
}

function Pavilion({ edition, zone }: { edition: Edition; zone: Zone }) {
  const t = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const store = useLiveCounts(edition.slug);
  const stale = useStale(store);
  const day = useCounts(store, (state) => state.snapshot?.day);
  const mayRead = useMay("organiser");
  const isNow = day === createCalendar(edition.timeZone, edition.dayCutoff).dayOf(useNow(60_000));
  const status = useRow(store, zone.code)?.status ?? zone.status;
  return (
    <div className="page board" data-stale={stale}>
      {stale && <StaleBanner store={store} timeZone={edition.timeZone} />}
      <Anchor component={Link} to={`/live/${edition.slug}`} className="back-link">
        <IconArrowBackUp size={17} aria-hidden /> {t("back")}
      </Anchor>
      <PageHeader
        title={localName(zone.names, language)}
        hint={
          <>
            <span className="zone-title-marks">
              <bdi className="device-door">{zone.code}</bdi>
              <StatusBadge status={status} />
              {zone.policy.anonymousOnly && (
                <Badge color="sand" leftSection={<IconShieldLock size={14} aria-hidden />}>
                  {t("anonymousOnly")}
                </Badge>
              )}
            </span>
            <CompletenessBar store={store} edition={edition} />
          </>
        }
        actions={<ZoneActions edition={edition} zone={zone} />}
      />
      {zone.message && status !== "open" && (
        <Alert color="brass" mb="md" icon={<IconMessage2 aria-hidden />}>
          <bdi>{zone.message}</bdi>
        </Alert>
      )}
      <ZoneFigures zone={zone} store={store} />
      <div className="zone-columns">
        {day ? <HistorySection edition={edition} zone={zone} today={day} /> : <div className="card history" />}
        <ZoneDoors edition={edition} zone={zone} />
      </div>
      <p className="zone-note">{t("includesEveryone")}</p>
      {mayRead && day && <LedgerSection edition={edition} zone={zone} today={day} isNow={isNow} />}
    </div>
  );
}

function ZoneActions({ edition, zone }: { edition: Edition; zone: Zone }) {
  const t = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const maySteer = useMay("organiser");
  const mayCorrect = useMay("supervisor");
  const [task, setTask] = useState<"status" | "recount" | "adjust">();
  const close = () => setTask(undefined);
  return (
    <>
      {maySteer && <Button onClick={() => setTask("status")}>{t("changeStatus")}</Button>}
      {maySteer && (
        <Button
          component="a"
          href={reportUrl(edition.slug, { locale: language, since: "shown" }, { kind: "zone", zone: zone.code })}
          target="_blank"
          variant="default"
        >
          {t("report")}
        </Button>
      )}
      {mayCorrect && (
        <Button variant="default" onClick={() => setTask("recount")}>
          {t("recount")}
        </Button>
      )}
      {mayCorrect && (
        <Button variant="default" onClick={() => setTask("adjust")}>
          {t("adjust")}
        </Button>
      )}
      {task === "status" && <StatusDialog slug={edition.slug} zone={zone} onClose={close} />}
      {task === "recount" && <RecountDialog edition={edition} zone={zone} onClose={close} />}
      {task === "adjust" && <AdjustmentDialog edition={edition} zone={zone} onClose={close} />}
    </>
  );
}
