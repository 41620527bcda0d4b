import { routes, type Edition, type Merge } from "@abwab/contract";
import { formatDate, formatTime, useLanguage, useMessages, organisationName } from "@abwab/ui";
import { Badge, Button, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { LoadMore } from "../app/load-more.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useMay } from "../sign-in/session.ts";
import { organisationMessages } from "./organisation-messages.ts";
import { OrganisationName } from "./organisation-name.tsx";
import { mergesQuery, organisationsKey } from "./organisation-queries.ts";
import { localMoment } from "../tables/cell-value.ts";

/** What was merged, with the way back. */
export function MergesPanel({ edition: { slug, timeZone } }: { edition: Edition }) {
  const t = useMessages(organisationMessages);
  const { language } = useLanguage();
  const mayUndo = useMay("organiser");
  const merges = useInfiniteQuery(mergesQuery(slug));
  const [undoing, setUndoing] = useState<Merge>();
  const rows = merges.data?.pages.flatMap((page) => page.items);
  const columns: Column<Merge>[] = [
    {
      key: "kept",
      value: ({ organisation }) => organisationName(organisation, language),
      title: t("mergedKept"),
      cell: ({ organisation }) => (
        <Link to={`/organisations/${slug}/${organisation.id}`} className="organisation-link">
          <OrganisationName of={organisation} />
        </Link>
      ),
    },
    {
      key: "other",
      value: ({ other }) => organisationName(other, language),
      title: t("mergedOther"),
      cell: ({ other }) => <OrganisationName of={other} />,
    },
    {
      key: "at",
      value: ({ at }) => localMoment(at, timeZone),
      title: t("mergedAt"),
      cell: ({ at }) => (
        <bdi className="abwab-number">
          {formatDate(at, language, "short", timeZone)} {formatTime(at, language, { timeZone })}
        </bdi>
      ),
    },
    {
      key: "state",
      value: ({ undoneAt }) => t(undoneAt === null ? "stands" : "undone"),
      title: t("state"),
      cell: ({ undoneAt }) =>
        undoneAt === null ? <Badge color="forest">{t("stands")}</Badge> : <Badge color="sand">{t("undone")}</Badge>,
    },
  ];
  return (
    <>
      <Text c="dimmed" mb="md">
        {t("mergesHint")}
      </Text>
      <ProblemAlert error={merges.error} retry={() => void merges.refetch()} />
      {!rows && !merges.error && <PageSkeleton />}
      {rows?.length === 0 && <EmptyState title={t("mergesEmptyTitle")} hint={t("mergesEmptyHint")} />}
      {rows && rows.length > 0 && (
        <ListTable
          caption={t("merges")}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          paged={{
            key: mergesQuery(slug).queryKey,
            hasMore: merges.hasNextPage,
            read: (query, signal) => api.call(routes.listMerges, { params: { slug }, query, signal }),
          }}
          footer={<LoadMore list={merges} />}
          menu={(merge) =>
            mayUndo &&
            merge.undoneAt === null && (
              <Button
                variant="default"
                size="compact-md"
                leftSection={<IconArrowBackUp size={17} aria-hidden />}
                onClick={() => setUndoing(merge)}
              >
                {t("undo")}
              </Button>
            )
          }
        />
      )}
      {undoing && (
        <ConfirmDialog
          title={t("undoTitle")}
          text={t("undoText", {
            kept: organisationName(undoing.organisation, language),
            other: organisationName(undoing.other, language),
          })}
          submit={t("undo")}
          danger={false}
          act={() => api.call(routes.undoMerge, { params: { slug, id: undoing.id } })}
          refresh={organisationsKey(slug)}
          onClose={() => setUndoing(undefined)}
        />
      )}
    </>
  );
}
