import { documentLocale, type MadeReport, madeReportKind, routes } from "@abwab/contract";
import { formatDate, formatNumber, formatTime, isolate, isolateLtr, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Group, NativeSelect, Text, Title } from "@mantine/core";
import { IconDownload, IconRefresh } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { type Column, ListTable } from "../app/list-table.tsx";
import { LoadMore } from "../app/load-more.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { localMoment } from "../tables/cell-value.ts";
import { madeReportMessages } from "./made-report-messages.ts";
import "./made-reports.css";

const PAGE = 20;
const makers = ["people", "schedules"] as const;

/** Which reports were made, by whom or which schedule, and each of them again. */
export function MadeReports({ slug, timeZone }: { slug: string; timeZone: string }) {
  const t = useMessages(madeReportMessages);
  const { language } = useLanguage();
  const [filter, setFilter] = useState({ kind: "", locale: "", by: "" });
  const ofKind = madeReportKind.safeParse(filter.kind).data;
  const inLocale = documentLocale.safeParse(filter.locale).data;
  const by = makers.find((each) => each === filter.by);
  const listKey = ["editions", slug, "made-reports", filter];
  const read = (page: { limit: number; cursor?: string }, signal?: AbortSignal) =>
    api.call(routes.listMadeReports, {
      params: { slug },
      query: { ...page, ...(ofKind && { kind: ofKind }), ...(inLocale && { locale: inLocale }), ...(by && { by }) },
      ...(signal && { signal }),
    });
  const list = useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam }) => read({ limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const rows = list.data?.pages.flatMap((page) => page.items);
  const columns: Column<MadeReport>[] = [
    {
      key: "kind",
      title: t("kind"),
      value: ({ kind, day, zone, locale }) => [t(kind), zone, day, locale].filter((part) => part !== null).join(" · "),
      cell: ({ kind, day, zone, locale }) => (
        <div className="made-what">
          {[t(kind), ...(zone === null ? [] : [zone]), ...(day === null ? [] : [formatDate(day, language)])].join(
            " · ",
          )}
          <br />
          <span className="zone-note">{t(locale)}</span>
        </div>
      ),
    },
    {
      key: "by",
      title: t("by"),
      value: ({ madeBy, schedule }) => schedule ?? madeBy,
      cell: ({ madeBy, schedule }) =>
        schedule === null ? <bdi dir="ltr">{madeBy}</bdi> : t("bySchedule", { name: isolate(schedule) }),
    },
    {
      key: "at",
      title: t("at"),
      value: ({ madeAt }) => localMoment(madeAt, timeZone),
      cell: ({ madeAt }) =>
        `${formatDate(madeAt, language, "medium", timeZone)} ${isolateLtr(formatTime(madeAt, language, { timeZone }))}`,
    },
    {
      key: "figures",
      title: t("figures"),
      value: ({ settled, version }) => `${t(settled ? "settled" : "live")} ${version}`,
      cell: ({ settled, version }) => (
        <Group gap="xs">
          <Badge color={settled ? "brass" : "forest"} miw="max-content">
            {t(settled ? "settled" : "live")}
          </Badge>
          <span className="zone-note">{t("version", { version: formatNumber(version, language) })}</span>
        </Group>
      ),
    },
    {
      key: "size",
      title: t("size"),
      value: ({ bytes }) => bytes,
      cell: ({ bytes, durationMs }) =>
        t("kilobytes", {
          size: formatNumber(Math.ceil(bytes / 1000), language),
          ms: formatNumber(durationMs, language),
        }),
      minor: true,
    },
  ];
  const choices = (key: keyof typeof filter, any: string, options: { value: string; label: string }[]) => (
    <NativeSelect
      label={t(key)}
      value={filter[key]}
      onChange={({ currentTarget: { value } }) => setFilter((now) => ({ ...now, [key]: value }))}
      data={[{ value: "", label: any }, ...options]}
    />
  );
  return (
    <section aria-labelledby="made-reports">
      <Title order={2} size="h4" className="report-heading" id="made-reports">
        {t("title")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("hint")}
      </Text>
      <Group mb="md" align="end">
        {choices(
          "kind",
          t("anyKind"),
          madeReportKind.options.map((value) => ({ value, label: t(value) })),
        )}
        {choices(
          "locale",
          t("anyLocale"),
          documentLocale.options.map((value) => ({ value, label: t(value) })),
        )}
        {choices(
          "by",
          t("anyone"),
          makers.map((value) => ({ value, label: t(value) })),
        )}
      </Group>
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      {rows?.length === 0 && <Text>{t("empty")}</Text>}
      {rows !== undefined && rows.length > 0 && (
        <ListTable
          caption={t("title")}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          name="made"
          paged={{ key: listKey, hasMore: list.hasNextPage, read }}
          footer={<LoadMore list={list} />}
          menu={({ id, again, fileName }) => (
            <Button
              component="a"
              href={`/api/v1/editions/${encodeURIComponent(slug)}/made-reports/${id}/file`}
              download
              variant="default"
              size="xs"
              aria-label={`${t(again)}: ${fileName}`}
              leftSection={
                again === "same" ? <IconDownload size={16} aria-hidden /> : <IconRefresh size={16} aria-hidden />
              }
            >
              {t(again)}
            </Button>
          )}
        />
      )}
    </section>
  );
}
