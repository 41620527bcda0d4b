import { routes, type Edition, type MediaActivity } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { formatDate, formatTime, LiveNumber, useLanguage, useMessages } from "@abwab/ui";
import { Group, Menu, NativeSelect, Text } from "@mantine/core";
import { IconEdit, IconTrashX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { ChangeActivityDialog } from "./change-activity-dialog.tsx";
import { LogActivityForm } from "./log-activity-form.tsx";
import { mediaMessages } from "./media-messages.ts";
import { activitiesQuery, mediaKey } from "./media-queries.ts";
import { OutletFilter } from "./outlet-filter.tsx";
import { localMoment } from "../tables/cell-value.ts";

interface Task {
  kind: "change" | "remove";
  activity: MediaActivity;
}

/** What media outlets did, latest first, counted; the next one is logged above. */
export function ActivitiesPanel({ edition }: { edition: Edition }) {
  const t = useMessages(mediaMessages);
  const { language } = useLanguage();
  const { slug } = edition;
  const [search, setSearch] = useSearchParams();
  const [outlet, day] = [search.get("outlet") ?? "", search.get("day") ?? ""];
  const activities = useQuery(activitiesQuery(slug));
  const [task, setTask] = useState<Task>();
  const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
  const all = activities.data;
  const rows = all?.filter(
    (activity) =>
      (outlet === "" || activity.organisationId === outlet) &&
      (day === "" || calendar.dayOf(Date.parse(activity.at)) === day),
  );
  const set = (key: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === "") next.delete(key);
    else next.set(key, value);
    setSearch(next, { replace: true });
  };
  const close = () => setTask(undefined);
  return (
    <>
      <LogActivityForm edition={edition} />
      <ProblemAlert error={activities.error} retry={() => void activities.refetch()} />
      {!all && !activities.error && <PageSkeleton />}
      {all?.length === 0 && <Text c="dimmed">{t("emptyActivities")}</Text>}
      {all && all.length > 0 && rows && (
        <>
          <Group mb="md" justify="space-between">
            <p className="activity-count">
              <LiveNumber value={rows.length} className="activity-count-figure" />
              <span className="visually-hidden">{t("countActivities", { count: rows.length })}</span>
              <span aria-hidden>{t("activities")}</span>
            </p>
            <Group>
              <NativeSelect
                aria-label={t("day")}
                value={day}
                onChange={(event) => set("day", event.currentTarget.value)}
                data={[
                  { value: "", label: t("anyDay") },
                  ...edition.days.map(({ date }) => ({ value: date, label: formatDate(date, language, "long") })),
                ]}
              />
              <OutletFilter of={all} value={outlet} onChange={(id) => set("outlet", id)} />
            </Group>
          </Group>
          {rows.length === 0 && <Text c="dimmed">{t("noneFound")}</Text>}
          {rows.length > 0 && <ActivityTable edition={edition} activities={rows} onTask={setTask} />}
        </>
      )}
      {task?.kind === "change" && <ChangeActivityDialog edition={edition} activity={task.activity} onClose={close} />}
      {task?.kind === "remove" && (
        <ConfirmDialog
          title={t("removeActivityTitle", { what: task.activity.what })}
          text={t("removeActivityText")}
          submit={t("removeActivity")}
          act={() => api.call(routes.removeMediaActivity, { params: { slug, id: task.activity.id } })}
          refresh={mediaKey(slug)}
          onClose={close}
        />
      )}
    </>
  );
}

interface ActivityTableProps {
  edition: Edition;
  activities: readonly MediaActivity[];
  onTask: (task: Task) => void;
}

function ActivityTable({ edition, activities, onTask }: ActivityTableProps) {
  const t = useMessages(mediaMessages);
  const { language } = useLanguage();
  const columns: Column<MediaActivity>[] = [
    { key: "what", value: ({ what }) => what, title: t("what"), cell: ({ what }) => <bdi>{what}</bdi> },
    { key: "outlet", value: ({ outlet }) => outlet, title: t("outlet"), cell: ({ outlet }) => <bdi>{outlet}</bdi> },
    {
      key: "where",
      value: ({ where }) => where,
      title: t("where"),
      cell: ({ where }) => (where === null ? "–" : <bdi>{where}</bdi>),
    },
    {
      key: "when",
      value: ({ at }) => localMoment(at, edition.timeZone),
      title: t("when"),
      cell: ({ at }) => (
        <bdi className="abwab-number">
          {formatDate(at, language, "short", edition.timeZone)}{" "}
          {formatTime(at, language, { timeZone: edition.timeZone })}
        </bdi>
      ),
    },
  ];
  return (
    <ListTable
      caption={t("activities")}
      columns={columns}
      rows={activities}
      keyOf={({ id }) => id}
      menu={(activity) => (
        <RowMenu of={activity.what}>
          <Menu.Item
            leftSection={<IconEdit size={17} aria-hidden />}
            onClick={() => onTask({ kind: "change", activity })}
          >
            {t("changeActivity")}
          </Menu.Item>
          <Menu.Item
            color="clay"
            leftSection={<IconTrashX size={17} aria-hidden />}
            onClick={() => onTask({ kind: "remove", activity })}
          >
            {t("removeActivity")}
          </Menu.Item>
        </RowMenu>
      )}
    />
  );
}
