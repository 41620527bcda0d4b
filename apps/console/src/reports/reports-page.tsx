import { documentLocale, type Edition } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { useLanguage, useMessages } from "@abwab/ui";
import { Button, Checkbox, SegmentedControl, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { appMessages } from "../app/app-messages.ts";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useNow } from "../app/use-now.ts";
import { useSlug } from "../app/use-slug.ts";
import { MadeReports } from "../made-reports/made-reports.tsx";
import { daysQuery } from "../days/day-queries.ts";
import { useEditions } from "../editions/edition-queries.ts";
import { documentLanguageTexts } from "../visits/document-languages.ts";
import { AuditReportCard } from "./audit-report-card.tsx";
import { comparisonMessages } from "./comparison-messages.ts";
import { DayReportRow } from "./day-report-row.tsx";
import { ReportLinks } from "./report-links.tsx";
import { reportMessages } from "./report-messages.ts";
import { type ReportChoice, reportUrl } from "./report-url.ts";
import { ZoneReportCard } from "./zone-report-card.tsx";

export function ReportsPage() {
  const slug = useSlug();
  const editions = useEditions();
  const edition = editions.data?.find((each) => each.slug === slug);
  if (editions.data && !edition) return <NotFoundPage />;
  return (
    <RoleGate needed="organiser">{edition ? <Reports key={slug} edition={edition} /> : <PageSkeleton />}</RoleGate>
  );
}

function Reports({ edition }: { edition: Edition }) {
  const t = useMessages(reportMessages);
  const app = useMessages(appMessages);
  const comparison = useMessages(comparisonMessages);
  const { language } = useLanguage();
  const [choice, setChoice] = useState<ReportChoice>({ locale: language, since: "shown" });
  const days = useQuery(daysQuery(edition.slug));
  const today = createCalendar(edition.timeZone, edition.dayCutoff).dayOf(useNow(30_000));
  const settled = days.data?.filter((day) => day.settled !== null).length ?? 0;
  const hasFigures = days.data?.some(({ live }) => live.visits !== 0 || live.pavilionVisits !== 0);
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        hint={t("hint")}
        actions={
          <>
            <Button component={Link} to={`/schedules/${edition.slug}`} variant="default">
              {t("schedules")}
            </Button>
            <Button component={Link} to={`/comparison/${edition.slug}`} variant="default">
              {comparison("title")}
            </Button>
          </>
        }
      />
      <section className="card report-choice">
        <SegmentedControl
          aria-label={t("language")}
          value={choice.locale}
          onChange={(locale) => setChoice((now) => ({ ...now, locale }))}
          data={documentLocale.options.map((value) => ({ value, label: app(documentLanguageTexts[value]) }))}
        />
        <Checkbox
          label={t("leaveOut")}
          description={t("leaveOutHint")}
          checked={choice.since === "left_out"}
          onChange={({ currentTarget: { checked } }) =>
            setChoice((now) => ({ ...now, since: checked ? "left_out" : "shown" }))
          }
        />
      </section>
      <ProblemAlert error={days.error} retry={() => void days.refetch()} />
      {!days.data && !days.error && <PageSkeleton />}
      {days.data && (
        <>
          <section className="card report-row report-edition" aria-labelledby="report-of-edition">
            <div className="report-what">
              <Title order={2} size="h4" id="report-of-edition">
                {t("editionReport")}
              </Title>
              <span className="zone-note">{t("editionHint")}</span>
              <span>{hasFigures ? t("settledDays", { settled, days: days.data.length }) : t("noneCounted")}</span>
            </div>
            <ReportLinks
              href={reportUrl(edition.slug, choice, { kind: "edition" })}
              openName={t("openEdition")}
              downloadName={t("downloadEdition")}
            />
          </section>
          <ZoneReportCard slug={edition.slug} days={days.data} choice={choice} />
          <AuditReportCard edition={edition} days={days.data} choice={choice} />
          <Title order={2} size="h4" className="report-heading">
            {t("dailyReports")}
          </Title>
          <ul className="report-list">
            {days.data.map((day) => (
              <DayReportRow key={day.date} slug={edition.slug} day={day} hasBegun={day.date <= today} choice={choice} />
            ))}
          </ul>
        </>
      )}
      <MadeReports slug={edition.slug} timeZone={edition.timeZone} />
    </div>
  );
}
