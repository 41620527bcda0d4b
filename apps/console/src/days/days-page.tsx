import { routes, type DayOverview, type Edition } from "@abwab/contract";
import { createCalendar, isWithin, openIntervals } from "@abwab/domain";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useNow } from "../app/use-now.ts";
import { useSlug } from "../app/use-slug.ts";
import { useEditions } from "../editions/edition-queries.ts";
import { useMay } from "../sign-in/session.ts";
import { DayCard } from "./day-card.tsx";
import { dayMessages } from "./day-messages.ts";
import { daysQuery } from "./day-queries.ts";

export function DaysPage() {
  const slug = useSlug();
  const editions = useEditions();
  const edition = editions.data?.find((each) => each.slug === slug);
  if (edition) return <Days key={slug} edition={edition} />;
  return editions.data ? <NotFoundPage /> : <PageSkeleton />;
}

function Days({ edition }: { edition: Edition }) {
  const t = useMessages(dayMessages);
  const days = useQuery(daysQuery(edition.slug));
  const maySettle = useMay("organiser");
  const today = createCalendar(edition.timeZone, edition.dayCutoff).dayOf(useNow(30_000));
  const [settling, setSettling] = useState<DayOverview>();
  const takesNone = edition.status === "draft" || edition.status === "archived" ? edition.status : undefined;
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} />
      {takesNone && (
        <Alert color="brass" mb="md">
          {t(takesNone)}
        </Alert>
      )}
      <ProblemAlert error={days.error} retry={() => void days.refetch()} />
      {!days.data && !days.error && <PageSkeleton />}
      <ul className="day-list">
        {days.data?.map((day) => {
          const hasBegun = day.date <= today;
          const canSettle = maySettle && hasBegun && !takesNone;
          return (
            <DayCard
              key={day.date}
              edition={edition}
              day={day}
              hasBegun={hasBegun}
              onSettle={canSettle ? () => setSettling(day) : undefined}
            />
          );
        })}
      </ul>
      {settling && <SettleDialog edition={edition} day={settling} onClose={() => setSettling(undefined)} />}
    </div>
  );
}

interface SettleDialogProps {
  edition: Edition;
  day: DayOverview;
  onClose: () => void;
}

/** Says what settling will do, and whether the day is still under way. */
function SettleDialog({ edition, day, onClose }: SettleDialogProps) {
  const t = useMessages(dayMessages);
  const { language } = useLanguage();
  const now = useNow(30_000);
  const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
  const hours = openIntervals(
    calendar,
    edition.days.filter(({ date }) => date === day.date),
  );
  const isRunning = calendar.dayOf(now) === day.date && (isWithin(hours, now) || hours.some(({ from }) => from > now));
  const settled = day.settled?.revision ?? 0;
  const visits = day.live.visits;
  return (
    <ConfirmDialog
      title={t("settleTitle", { day: formatDate(day.date, language, "long") })}
      text={t(settled === 0 ? "settleText" : "settleAgainText", { visits })}
      warning={isRunning ? t("stillRunning") : undefined}
      submit={settled === 0 ? t("settle") : t("settleAgain", { revision: settled + 1 })}
      danger={false}
      act={() => api.call(routes.settleDay, { params: { slug: edition.slug, date: day.date } })}
      refresh={daysQuery(edition.slug).queryKey}
      onClose={onClose}
    />
  );
}
