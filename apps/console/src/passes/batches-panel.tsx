import { PASSES_PER_DOCUMENT, routes, type Edition, type PassBatch } from "@abwab/contract";
import { formatDate, formatTime, Num, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Group, Menu, Progress, Text } from "@mantine/core";
import { IconList, IconPlayerStop, IconPlus, IconPrinter, IconTrashX } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import type { PagedList } from "../tables/use-whole-list.ts";
import { LoadMore } from "../app/load-more.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { ReasonDialog } from "../app/reason-dialog.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { useMay } from "../sign-in/session.ts";
import { BatchForm } from "./pass-form.tsx";
import { passKindTexts, passMessages } from "./pass-messages.ts";
import { batchesQuery, batchPrintUrl, passesKey } from "./pass-queries.ts";
import { localMoment } from "../tables/cell-value.ts";

type Task = { kind: "issue" } | { kind: "cancel"; batch: PassBatch } | { kind: "revoke"; batch: PassBatch };

const stateColors = {
  running: "brass",
  done: "forest",
  cancelled: "sand",
  failed: "clay",
  revoked: "clay",
} as const satisfies Record<PassBatch["state"], string>;

/** Passes that were issued many at a time, with how far those under way have come. */
export function BatchesPanel({ edition }: { edition: Edition }) {
  const t = useMessages(passMessages);
  const mayIssue = useMay("organiser");
  const batches = useInfiniteQuery(batchesQuery(edition.slug));
  const [task, setTask] = useState<Task>();
  const rows = batches.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {mayIssue && (
        <Group mb="md" justify="flex-end">
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "issue" })}>
            {t("issueMany")}
          </Button>
        </Group>
      )}
      <ProblemAlert error={batches.error} retry={() => void batches.refetch()} />
      {!rows && !batches.error && <PageSkeleton />}
      {rows?.length === 0 && <Text c="dimmed">{t("noBatches")}</Text>}
      {rows && rows.length > 0 && (
        <BatchTable
          edition={edition}
          batches={rows}
          mayIssue={mayIssue}
          onTask={setTask}
          paged={{
            key: batchesQuery(edition.slug).queryKey,
            hasMore: batches.hasNextPage,
            read: (query, signal) =>
              api.call(routes.listPassBatches, { params: { slug: edition.slug }, query, signal }),
          }}
          footer={<LoadMore list={batches} />}
        />
      )}
      {task && <BatchTask task={task} edition={edition} onClose={() => setTask(undefined)} />}
    </>
  );
}

interface BatchTableProps {
  edition: Edition;
  batches: readonly PassBatch[];
  mayIssue: boolean;
  onTask: (task: Task) => void;
  paged: PagedList<PassBatch>;
  footer: ReactNode;
}

function BatchTable({ edition, batches, mayIssue, onTask, paged, footer }: BatchTableProps) {
  const t = useMessages(passMessages);
  const { language } = useLanguage();
  const columns: Column<PassBatch>[] = [
    {
      key: "created",
      value: ({ createdAt }) => localMoment(createdAt, edition.timeZone),
      title: t("created"),
      cell: ({ createdAt }) => (
        <bdi>
          {formatDate(createdAt, language, "short", edition.timeZone)}{" "}
          {formatTime(createdAt, language, { timeZone: edition.timeZone })}
        </bdi>
      ),
    },
    {
      key: "kind",
      value: ({ kind }) => t(passKindTexts[kind]),
      title: t("kind"),
      cell: ({ kind }) => t(passKindTexts[kind]),
    },
    {
      key: "label",
      value: ({ label }) => label,
      title: t("label"),
      cell: ({ label }) => (label === null ? "–" : <bdi>{label}</bdi>),
    },
    {
      key: "progress",
      value: ({ issued }) => issued,
      title: t("progress"),
      cell: ({ issued, count, state }) => (
        <div className="batch-progress">
          <Num value={issued} /> / <Num value={count} />
          {state === "running" && (
            <Progress value={(100 * issued) / count} aria-label={t("progress")} size="sm" mt={4} />
          )}
        </div>
      ),
    },
    {
      key: "state",
      value: ({ state }) => t(state),
      title: t("state"),
      cell: ({ state }) => <Badge color={stateColors[state]}>{t(state)}</Badge>,
    },
  ];
  return (
    <ListTable
      caption={t("batches")}
      columns={columns}
      rows={batches}
      keyOf={({ id }) => id}
      paged={paged}
      footer={footer}
      menu={(batch) => (
        <RowMenu of={batch.label ?? t(passKindTexts[batch.kind])}>
          <Menu.Item
            component={Link}
            to={`/passes/${edition.slug}?batch=${batch.id}`}
            leftSection={<IconList size={17} aria-hidden />}
          >
            {t("showPasses")}
          </Menu.Item>
          {batch.state !== "running" &&
            batch.state !== "revoked" &&
            Array.from({ length: Math.ceil(batch.issued / PASSES_PER_DOCUMENT) }, (_, index) => (
              <Menu.Item
                key={index}
                component="a"
                href={batchPrintUrl(edition.slug, batch.id, index + 1, language)}
                target="_blank"
                leftSection={<IconPrinter size={17} aria-hidden />}
              >
                {batch.issued > PASSES_PER_DOCUMENT ? t("printPart", { part: index + 1 }) : t("print")}
              </Menu.Item>
            ))}
          {mayIssue && batch.state === "running" && (
            <Menu.Item
              leftSection={<IconPlayerStop size={17} aria-hidden />}
              onClick={() => onTask({ kind: "cancel", batch })}
            >
              {t("cancelBatch")}
            </Menu.Item>
          )}
          {mayIssue && batch.state !== "running" && batch.state !== "revoked" && (
            <Menu.Item
              color="clay"
              leftSection={<IconTrashX size={17} aria-hidden />}
              onClick={() => onTask({ kind: "revoke", batch })}
            >
              {t("revokeBatch")}
            </Menu.Item>
          )}
        </RowMenu>
      )}
    />
  );
}

function BatchTask({ task, edition, onClose }: { task: Task; edition: Edition; onClose: () => void }) {
  const t = useMessages(passMessages);
  const { slug } = edition;
  switch (task.kind) {
    case "issue":
      return <BatchForm edition={edition} onClose={onClose} />;
    case "cancel":
      return (
        <ConfirmDialog
          title={t("cancelBatch")}
          text={t("cancelText")}
          submit={t("cancelBatch")}
          act={() => api.call(routes.cancelPassBatch, { params: { slug, id: task.batch.id } })}
          refresh={passesKey(slug)}
          onClose={onClose}
        />
      );
    case "revoke":
      return (
        <ReasonDialog
          title={t("revokeBatch")}
          text={t("revokeText")}
          reasonLabel={t("reason")}
          submit={t("revokeBatch")}
          act={(body) => api.call(routes.revokePassBatch, { params: { slug, id: task.batch.id }, body })}
          refresh={passesKey(slug)}
          onClose={onClose}
        />
      );
  }
}
