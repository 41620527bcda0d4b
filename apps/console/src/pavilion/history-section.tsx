import { routes, type Edition, type Zone } from "@abwab/contract";
import { formatDate, formatNumber, formatTime, localName, useLanguage, useMessages } from "@abwab/ui";
import { Button, Group, Skeleton, Text, Title } from "@mantine/core";
import { IconChartHistogram, IconTable } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { api } from "../app/api.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useNow } from "../app/use-now.ts";
import { SaveChart } from "../charts/save-chart.tsx";
import { categoryName } from "./category-names.ts";
import { HistoryControls } from "./history-controls.tsx";
import { historyOption, type ChartWords, type EarlierDay } from "./history-option.ts";
import { dayBefore, historyRange, type HistoryView } from "./history-range.ts";
import { pavilionMessages } from "./pavilion-messages.ts";

const Chart = lazy(() => import("../charts/chart.tsx"));
const HistoryTable = lazy(async () => ({ default: (await import("./history-table.tsx")).HistoryTable }));

const REFRESH_MS = 15_000;

export interface HistorySectionProps {
  edition: Edition;
  zone: Zone;
  /** The day that the live figures speak of. */
  today: string;
}

/** How a zone filled and emptied over a day, or over all days. */
export function HistorySection({ edition, zone, today }: HistorySectionProps) {
  const t = useMessages(pavilionMessages);
  const { language, direction } = useLanguage();
  const [view, setView] = useState<HistoryView>({ day: today, step: "10m", by: "flow" });
  const [asTable, setAsTable] = useState(false);
  const range = historyRange(edition, view, useNow(REFRESH_MS));
  const by = view.by === "category" ? ({ by: "category" } as const) : {};
  const history = useQuery({
    queryKey: ["editions", edition.slug, "history", zone.code, range, view.by],
    queryFn: ({ signal }) =>
      api.call(routes.history, { params: { slug: edition.slug }, query: { zone: zone.code, ...range, ...by }, signal }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const words = useMemo<ChartWords>(
    () => ({
      entered: t("entered"),
      exited: t("exited"),
      inside: t("inside"),
      category: (name) => categoryName(name, t),
      label: (at) =>
        range.step === "1d"
          ? formatDate(at, language, "short", edition.timeZone)
          : formatTime(at, language, { timeZone: edition.timeZone }),
      number: (value) => formatNumber(value, language),
      description: t("chartLabel"),
    }),
    [t, language, range.step, edition.timeZone],
  );
  const points = history.data?.points;
  const earlier = useEarlierDay(edition, zone, view);
  const option = useMemo(
    () => points && historyOption(points, view.by, direction, words, history.dataUpdatedAt, earlier),
    [points, view.by, direction, words, history.dataUpdatedAt, earlier],
  );
  const empty = points?.every((point) => point.entered === 0 && point.exited === 0 && !point.inside);
  return (
    <section className="card history" aria-labelledby="history-title">
      <div className="history-head">
        <Title order={2} size="h4" id="history-title">
          {t("history")}
        </Title>
        <Group gap="xs">
          {option && (
            <SaveChart
              title={`${zone.code} ${localName(zone.names, language)} · ${t("history")}`}
              option={option}
              about={{ edition, asOf: history.dataUpdatedAt }}
            />
          )}
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => setAsTable(!asTable)}
            leftSection={asTable ? <IconChartHistogram size={17} aria-hidden /> : <IconTable size={17} aria-hidden />}
          >
            {asTable ? t("showChart") : t("showTable")}
          </Button>
        </Group>
      </div>
      <HistoryControls edition={edition} view={view} onChange={setView} />
      <ProblemAlert error={history.error} retry={() => void history.refetch()} />
      {!points && !history.error && <Skeleton height={320} mt="md" />}
      {empty && (
        <Text c="dimmed" ta="center" py={80}>
          {t("noHistory")}
        </Text>
      )}
      {points && option && !empty && (
        <Suspense fallback={<Skeleton height={320} mt="md" />}>
          {asTable ? (
            <HistoryTable points={points} by={view.by} words={words} time={t("time")} earlier={earlier} />
          ) : (
            <Chart
              key={`${view.by} ${view.day} ${view.step} ${direction}`}
              className="history-chart"
              option={option}
              label={t("chartLabel")}
            />
          )}
        </Suspense>
      )}
    </section>
  );
}

/** The day before the one in view, where there is one and entries are shown. */
function useEarlierDay(edition: Edition, zone: Zone, view: HistoryView): EarlierDay | undefined {
  const t = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const day = view.by === "flow" ? dayBefore(edition, view.day) : undefined;
  const history = useQuery({
    queryKey: ["editions", edition.slug, "history", zone.code, "earlier", day, view.step],
    queryFn: ({ signal }) => {
      if (day === undefined) throw new RangeError("there is no day before the first");
      const range = historyRange(edition, { ...view, day }, Number.POSITIVE_INFINITY);
      const query = { zone: zone.code, ...range };
      return api.call(routes.history, { params: { slug: edition.slug }, query, signal });
    },
    enabled: day !== undefined,
    staleTime: 5 * 60_000,
  });
  const points = history.data?.points;
  return useMemo(
    () =>
      day === undefined || points === undefined
        ? undefined
        : { name: t("enteredOn", { day: formatDate(day, language, "short") }), points },
    [day, points, t, language],
  );
}
