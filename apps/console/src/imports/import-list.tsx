import { type Edition, type ImportState, type ImportSummary, routes } from "@abwab/contract";
import { formatDate, formatTime, Num, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../app/api.ts";
import { ListTable, type Column } from "../app/list-table.tsx";
import { LoadMore } from "../app/load-more.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { importMessages, stateTexts } from "./import-messages.ts";
import { importsQuery } from "./import-queries.ts";
import { localMoment } from "../tables/cell-value.ts";

const colors = {
  reading: "brass",
  preview: "brass",
  committing: "brass",
  done: "forest",
  failed: "clay",
  undone: "sand",
  discarded: "sand",
} as const satisfies Record<ImportState, string>;

/** The lists so far, each to go on with or to look at. */
export function ImportList({ edition: { slug, timeZone } }: { edition: Edition }) {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const imports = useInfiniteQuery(importsQuery(slug));
  const rows = imports.data?.pages.flatMap((page) => page.items);
  const columns: Column<ImportSummary>[] = [
    {
      key: "file",
      value: ({ fileName }) => fileName,
      title: t("file"),
      cell: ({ id, fileName }) => (
        <Link to={`/imports/${slug}/${id}`} className="organisation-link">
          <bdi>{fileName}</bdi>
        </Link>
      ),
    },
    { key: "subject", value: ({ subject }) => t(subject), title: t("holds"), cell: ({ subject }) => t(subject) },
    {
      key: "rows",
      value: ({ progress }) => progress.total ?? progress.done,
      title: t("rows"),
      cell: ({ progress }) => <Num value={progress.total ?? progress.done} />,
    },
    {
      key: "when",
      value: ({ createdAt }) => localMoment(createdAt, timeZone),
      title: t("when"),
      cell: ({ createdAt }) => (
        <bdi className="abwab-number">
          {formatDate(createdAt, language, "short", timeZone)} {formatTime(createdAt, language, { timeZone })}
        </bdi>
      ),
    },
    {
      key: "state",
      value: ({ state }) => t(stateTexts[state]),
      title: t("state"),
      cell: ({ state }) => <Badge color={colors[state]}>{t(stateTexts[state])}</Badge>,
    },
  ];
  return (
    <>
      <ProblemAlert error={imports.error} retry={() => void imports.refetch()} />
      {rows?.length === 0 && <Text c="dimmed">{t("noImports")}</Text>}
      {rows && rows.length > 0 && (
        <ListTable
          caption={t("lists")}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          paged={{
            key: importsQuery(slug).queryKey,
            hasMore: imports.hasNextPage,
            read: (query, signal) => api.call(routes.listImports, { params: { slug }, query, signal }),
          }}
          footer={<LoadMore list={imports} />}
        />
      )}
    </>
  );
}
