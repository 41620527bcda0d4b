import { routes, type Edition, type ReachFigure } from "@abwab/contract";
import { formatDate, formatTime, Num, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Menu, Text } from "@mantine/core";
import { IconClipboardText, IconEdit, IconPlus, IconTrashX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition } from "../editions/edition-queries.ts";
import { useMayWhole } from "../sign-in/session.ts";
import { PasteDialog } from "./paste-dialog.tsx";
import { ReachForm } from "./reach-form.tsx";
import { reachMessages } from "./reach-messages.ts";
import { reachQuery } from "./reach-queries.ts";
import { ReachSums } from "./reach-sums.tsx";
import "./reach.css";
import { localMoment } from "../tables/cell-value.ts";

type Task = { kind: "add" | "paste" } | { kind: "change" | "remove"; figure: ReachFigure };

export function ReachPage() {
  const slug = useSlug();
  const edition = useEdition(slug);
  return edition ? <ReachOf key={slug} edition={edition} /> : <PageSkeleton />;
}

function ReachOf({ edition }: { edition: Edition }) {
  const t = useMessages(reachMessages);
  const { slug } = edition;
  const mayChange = useMayWhole("organiser");
  const reach = useQuery(reachQuery(slug));
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const actions = mayChange && (
    <>
      <Button
        variant="default"
        leftSection={<IconClipboardText size={18} aria-hidden />}
        onClick={() => setTask({ kind: "paste" })}
      >
        {t("paste")}
      </Button>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
        {t("add")}
      </Button>
    </>
  );
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} actions={actions || undefined} />
      <ProblemAlert error={reach.error} retry={() => void reach.refetch()} />
      {!reach.data && !reach.error && <PageSkeleton />}
      {reach.data && <ReachSums reach={reach.data} />}
      {reach.data?.items.length === 0 && <EmptyState title={t("emptyTitle")} hint={t("emptyHint")} />}
      {reach.data && reach.data.items.length > 0 && (
        <FigureTable edition={edition} figures={reach.data.items} onTask={mayChange ? setTask : undefined} />
      )}
      {task?.kind === "add" && <ReachForm edition={edition} onClose={close} />}
      {task?.kind === "paste" && <PasteDialog edition={edition} onClose={close} />}
      {task?.kind === "change" && <ReachForm edition={edition} figure={task.figure} onClose={close} />}
      {task?.kind === "remove" && (
        <ConfirmDialog
          title={t("removeTitle", { channel: task.figure.channel })}
          text={t("removeText")}
          submit={t("remove")}
          act={() => api.call(routes.removeReachFigure, { params: { slug, id: task.figure.id } })}
          refresh={reachQuery(slug).queryKey}
          onClose={close}
        />
      )}
    </div>
  );
}

interface FigureTableProps {
  edition: Edition;
  figures: readonly ReachFigure[];
  onTask: ((task: Task) => void) | undefined;
}

function FigureTable({ edition: { timeZone }, figures, onTask }: FigureTableProps) {
  const t = useMessages(reachMessages);
  const { language } = useLanguage();
  const columns: Column<ReachFigure>[] = [
    {
      key: "channel",
      value: ({ channel }) => channel,
      title: t("channel"),
      cell: ({ channel }) => <bdi>{channel}</bdi>,
    },
    {
      key: "day",
      value: ({ day }) => day ?? t("whole"),
      title: t("day"),
      cell: ({ day }) => (day === null ? t("whole") : formatDate(day, language, "short")),
    },
    {
      key: "value",
      value: ({ value }) => value,
      title: t("value"),
      cell: ({ value, qualifier, counts }) => (
        <div>
          {qualifier !== "exact" && <span>{t(qualifier)} </span>}
          <Num value={value} />
          {!counts && <div className="reach-soft">{t("notCounted")}</div>}
        </div>
      ),
    },
    {
      key: "origin",
      value: ({ origin }) => t(origin),
      title: t("origin"),
      cell: ({ origin }) => <Badge color={origin === "entered" ? "forest" : "brass"}>{t(origin)}</Badge>,
    },
    { key: "source", value: ({ source }) => source, title: t("source"), cell: ({ source }) => <bdi>{source}</bdi> },
    {
      key: "at",
      value: ({ at }) => localMoment(at, timeZone),
      title: t("at"),
      cell: ({ at }) => (
        <bdi className="abwab-number">
          {formatDate(at, language, "short", timeZone)} {formatTime(at, language, { timeZone })}
        </bdi>
      ),
    },
  ];
  return (
    <>
      <Text component="h2" fw={650} mt="lg" mb="sm">
        {t("figures")}
      </Text>
      <ListTable
        caption={t("figures")}
        columns={columns}
        rows={figures}
        keyOf={({ id }) => id}
        menu={
          onTask &&
          ((figure) => (
            <RowMenu of={figure.channel}>
              <Menu.Item
                leftSection={<IconEdit size={17} aria-hidden />}
                onClick={() => onTask({ kind: "change", figure })}
              >
                {t("change")}
              </Menu.Item>
              <Menu.Item
                color="clay"
                leftSection={<IconTrashX size={17} aria-hidden />}
                onClick={() => onTask({ kind: "remove", figure })}
              >
                {t("remove")}
              </Menu.Item>
            </RowMenu>
          ))
        }
      />
    </>
  );
}
