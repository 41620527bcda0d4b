import { type Edition, type ExportSummary, routes } from "@abwab/contract";
import { formatDate, formatNumber, formatTime, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Menu, Progress, Text, Title } from "@mantine/core";
import { IconDownload, IconPlayerStop, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import type { PagedList } from "../tables/use-whole-list.ts";
import { LoadMore } from "../app/load-more.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { exportMessages, stateColors } from "./export-messages.ts";
import { exportFileUrl, exportsKey, exportsQuery, isUnfinished } from "./export-queries.ts";
import { localMoment } from "../tables/cell-value.ts";

type Task = { kind: "cancel" | "remove"; id: string };

/** The files that were asked for: those under way with how far they have come, the others to download. */
export function ExportList({ edition }: { edition: Edition }) {
  const t = useMessages(exportMessages);
  const exports = useInfiniteQuery(exportsQuery(edition.slug));
  const [task, setTask] = useState<Task>();
  const rows = exports.data?.pages.flatMap((page) => page.items);
  const quota = exports.data?.pages[0]?.quota;
  const { slug } = edition;
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: (id: string) => api.call(routes.retryExport, { params: { slug, id } }),
    onSettled: () => client.invalidateQueries({ queryKey: exportsKey(slug) }),
  });
  return (
    <section>
      <ProblemAlert error={exports.error} retry={() => void exports.refetch()} />
      <ProblemAlert error={again.error} />
      {!rows && !exports.error && <PageSkeleton />}
      {rows?.length === 0 && <EmptyState title={t("noFiles")} hint={t("noFilesHint")} />}
      {rows && rows.length > 0 && (
        <>
          <div className="export-files">
            <Title order={2} size="h4">
              {t("files")}
            </Title>
            {quota && (
              <Text size="sm" c="dimmed">
                {t("quota", quota)}
              </Text>
            )}
          </div>
          <ExportTable
            edition={edition}
            rows={rows}
            onTask={setTask}
            onRetry={again.mutate}
            paged={{
              key: exportsKey(slug),
              hasMore: exports.hasNextPage,
              read: (query, signal) => api.call(routes.listExports, { params: { slug }, query, signal }),
            }}
            footer={<LoadMore list={exports} />}
          />
        </>
      )}
      {task && (
        <ConfirmDialog
          title={t(`${task.kind}Title`)}
          text={t(`${task.kind}Text`)}
          submit={t(task.kind)}
          act={async () => {
            const params = { slug, id: task.id };
            if (task.kind === "cancel") await api.call(routes.cancelExport, { params });
            else await api.call(routes.removeExport, { params });
          }}
          refresh={exportsKey(slug)}
          onClose={() => setTask(undefined)}
        />
      )}
    </section>
  );
}

interface ExportTableProps {
  edition: Edition;
  rows: readonly ExportSummary[];
  onTask: (task: Task) => void;
  onRetry: (id: string) => void;
  paged: PagedList<ExportSummary>;
  footer: ReactNode;
}

function ExportTable({ edition, rows, onTask, onRetry, paged, footer }: ExportTableProps) {
  const t = useMessages(exportMessages);
  const { language } = useLanguage();
  const { slug, timeZone } = edition;
  const moment = (at: string) => (
    <bdi className="abwab-number">
      {formatDate(at, language, "short", timeZone)} {formatTime(at, language, { timeZone })}
    </bdi>
  );
  const columns: Column<ExportSummary>[] = [
    {
      key: "file",
      value: ({ fileName }) => fileName,
      title: t("file"),
      cell: ({ fileName, createdBy }) => (
        <div className="export-file">
          <bdi dir="ltr">{fileName}</bdi>
          <Text size="xs" c="dimmed">
            <bdi>{createdBy}</bdi>
          </Text>
        </div>
      ),
    },
    {
      key: "when",
      value: ({ createdAt }) => localMoment(createdAt, timeZone),
      title: t("when"),
      cell: ({ createdAt }) => moment(createdAt),
    },
    { key: "state", value: ({ state }) => t(state), title: t("state"), cell: (row) => <ExportProgress row={row} /> },
    {
      key: "kept",
      value: ({ expiresAt, state }) => (state === "done" ? localMoment(expiresAt, timeZone) : null),
      title: t("keptUntil"),
      minor: true,
      cell: ({ expiresAt, state }) => (state === "done" ? moment(expiresAt) : "–"),
    },
    {
      key: "download",
      value: ({ bytes }) => bytes,
      title: t("download"),
      cell: ({ id, state, fileName, bytes }) =>
        state === "done" ? (
          <Button
            component="a"
            href={exportFileUrl(slug, id)}
            download={fileName}
            variant="light"
            size="xs"
            aria-label={t("downloadOf", { name: fileName })}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            <bdi>{sizeOf(bytes ?? 0, language)}</bdi>
          </Button>
        ) : (
          "–"
        ),
    },
  ];
  return (
    <ListTable
      caption={t("files")}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      paged={paged}
      footer={footer}
      menu={({ id, state, fileName }) => (
        <RowMenu of={fileName}>
          {isUnfinished(state) && (
            <Menu.Item
              leftSection={<IconPlayerStop size={17} aria-hidden />}
              onClick={() => onTask({ kind: "cancel", id })}
            >
              {t("cancel")}
            </Menu.Item>
          )}
          {(state === "failed" || state === "cancelled") && (
            <Menu.Item leftSection={<IconRefresh size={17} aria-hidden />} onClick={() => onRetry(id)}>
              {t("retry")}
            </Menu.Item>
          )}
          <Menu.Item
            color="clay"
            leftSection={<IconTrash size={17} aria-hidden />}
            onClick={() => onTask({ kind: "remove", id })}
          >
            {t("remove")}
          </Menu.Item>
        </RowMenu>
      )}
    />
  );
}

function ExportProgress({ row: { state, progress, fault, ahead } }: { row: ExportSummary }) {
  const t = useMessages(exportMessages);
  return (
    <div className="export-progress">
      <Badge color={stateColors[state]}>{t(state)}</Badge>
      {(state === "running" || state === "done") && (
        <Text size="xs" c="dimmed">
          {t("rows", { count: progress.rows })}
        </Text>
      )}
      {state === "waiting" && (
        <Text size="xs" c="dimmed">
          {ahead ? t("ahead", { count: ahead }) : t("next")}
        </Text>
      )}
      {state === "running" && <Progress value={100 * progress.share} aria-label={t("progress")} size="sm" mt={4} />}
      {state === "failed" && <Text size="xs">{t(fault === "disk_full" ? "diskFull" : "failedHint")}</Text>}
    </div>
  );
}

const UNITS = ["B", "kB", "MB", "GB"] as const;

/** `4.2 MB` */
function sizeOf(bytes: number, language: Parameters<typeof formatNumber>[1]): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** power;
  return `${formatNumber(value < 10 && power > 0 ? Math.round(value * 10) / 10 : Math.round(value), language)} ${UNITS[power]}`;
}
