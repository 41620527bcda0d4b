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
      title: t("mergedKept"),
      cell: ({ organisation }) => (
        <Link to={`/organisations/${slug}/${organisation.id}`} className="organisation-link">
          <OrganisationName of={organisation} />
        </Link>
      ),
    },
    { key: "other", title: t("mergedOther"), cell: ({ other }) => <OrganisationName of={other} /> },
    {
      key: "at",
      title: t("mergedAt"),
      cell: ({ at }) => (
        <bdi className="abwab-number">
          {formatDate(at, language, "short", timeZone)} {formatTime(at, language, { timeZone })}
        </bdi>
      ),
    },
    {
      key: "state",
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
      <LoadMore list={merges} />
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
