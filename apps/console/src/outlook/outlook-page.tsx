import type { Edition, Outlook } from "@abwab/contract";
import { formatDate, formatNumber, formatTime, localName, useLanguage, useMessages } from "@abwab/ui";
import { Alert, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useSlug } from "../app/use-slug.ts";
import { ChartPanel } from "../charts/chart-panel.tsx";
import { useEditions } from "../editions/edition-queries.ts";
import { ForecastCards } from "./forecast-cards.tsx";
import { MilestonesCard } from "./milestones-card.tsx";
import { outlookMessages } from "./outlook-messages.ts";
import { outlookLegend, outlookOption, type OutlookWords } from "./outlook-option.ts";
import { outlookQuery } from "./outlook-queries.ts";
import { OutlookTable } from "./outlook-table.tsx";
import { RecordCard } from "./record-card.tsx";
import "./outlook.css";

export function OutlookPage() {
  const slug = useSlug();
  const editions = useEditions();
  const edition = editions.data?.find((each) => each.slug === slug);
  if (edition) return <DayAsItGoes key={slug} edition={edition} />;
  return editions.data ? <NotFoundPage /> : <PageSkeleton />;
}

function DayAsItGoes({ edition }: { edition: Edition }) {
  const t = useMessages(outlookMessages);
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get("day") ?? undefined;
  const day = edition.days.some(({ date }) => date === chosen) ? chosen : undefined;
  const outlook = useQuery(outlookQuery(edition.slug, day));
  const { data } = outlook;
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        hint={t("hint")}
        actions={
          <NativeSelect
            aria-label={t("day")}
            value={day ?? ""}
            onChange={({ currentTarget: { value } }) =>
              setSearch(value === "" ? {} : { day: value }, { replace: true })
            }
            data={[
              { value: "", label: t("currentDay") },
              ...edition.days.map(({ date }) => ({ value: date, label: formatDate(date, language, "long") })),
            ]}
          />
        }
      />
      {edition.status === "draft" && (
        <Alert color="brass" mb="md">
          {t("rehearsal")}
        </Alert>
      )}
      <ProblemAlert error={outlook.error} retry={() => void outlook.refetch()} />
      {!data && !outlook.error && <PageSkeleton />}
      {data && <Shown outlook={data} edition={edition} />}
    </div>
  );
}

function Shown({ outlook, edition }: { outlook: Outlook; edition: Edition }) {
  const t = useMessages(outlookMessages);
  const { language, direction } = useLanguage();
  const { timeZone } = edition;
  const { yesterday, earlier } = outlook;
  const words = useMemo<OutlookWords>(
    () => ({
      counted: formatDate(outlook.day, language, "short"),
      yesterday: yesterday ? t("dayBefore", { day: formatDate(yesterday.date, language, "short") }) : "",
      typical: t("typical"),
      earlier: earlier ? localName(earlier.names, language) : "",
      expected: t("expected"),
      range: t("range"),
      time: (at) => formatTime(at, language, { timeZone }),
      number: (value) => formatNumber(value, language),
      description: t("chartLabel"),
    }),
    [outlook.day, yesterday, earlier, language, timeZone, t],
  );
  const option = useMemo(() => outlookOption(outlook, direction, words), [outlook, direction, words]);
  const counted =
    outlook.forecast.day?.counted ?? outlook.steps.findLast((step) => step.counted !== null)?.counted ?? 0;
  return (
    <>
      <ForecastCards outlook={outlook} timeZone={timeZone} counted={counted} />
      <ChartPanel
        title={formatDate(outlook.day, language, "long")}
        label={t("chartLabel")}
        option={option}
        legend={outlookLegend(outlook, words)}
        view={`${outlook.day} ${direction} ${language}`}
        about={{ edition, asOf: outlook.asOf, title: `${t("title")} · ${formatDate(outlook.day, language, "long")}` }}
        table={<OutlookTable steps={outlook.steps} words={words} time={t("time")} />}
        hint={<p className="outlook-note">{yesterday || earlier ? t("comparedHint") : t("nothingToCompare")}</p>}
      />
      <div className="outlook-parts">
        <RecordCard record={outlook.record} timeZone={timeZone} />
        <MilestonesCard milestones={outlook.milestones} timeZone={timeZone} />
      </div>
    </>
  );
}
