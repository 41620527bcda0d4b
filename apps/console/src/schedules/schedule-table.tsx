import { type Edition, type ListedReportSchedule, routes } from "@abwab/contract";
import { formatDate, formatTime, isolateLtr, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Menu } from "@mantine/core";
import { IconEdit, IconList, IconPlayerPause, IconPlayerPlay, IconSend, IconTrashX } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ListTable, type Column } from "../app/list-table.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { localMoment } from "../tables/cell-value.ts";
import { documentLanguageTexts } from "../visits/document-languages.ts";
import { scheduleMessages } from "./schedule-messages.ts";
import { schedulesQuery } from "./schedule-queries.ts";

export type ScheduleTask = "change" | "remove" | "log" | "send";

export interface ScheduleTableProps {
  edition: Edition;
  schedules: readonly ListedReportSchedule[];
  onTask: (task: ScheduleTask, schedule: ListedReportSchedule) => void;
}

export function ScheduleTable({ edition, schedules, onTask }: ScheduleTableProps) {
  const t = useMessages(scheduleMessages);
  const app = useMessages(appMessages);
  const client = useQueryClient();
  const { slug } = edition;
  const toggle = useMutation({
    mutationFn: ({ id, active }: ListedReportSchedule) =>
      api.call(routes.changeReportSchedule, { params: { slug, id }, body: { active: !active } }),
    onSuccess: () => client.invalidateQueries({ queryKey: schedulesQuery(slug).queryKey }),
  });
  const columns: Column<ListedReportSchedule>[] = [
    { key: "name", value: ({ name }) => name, title: t("name"), cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: "reports",
      value: ({ reports }) => reports.map((report) => t(report)).join(" · "),
      title: t("reports"),
      cell: ({ reports, locales }) => (
        <div>
          {reports.map((report) => t(report)).join(" · ")}
          <br />
          <span className="zone-note">{locales.map((locale) => app(documentLanguageTexts[locale])).join(" · ")}</span>
        </div>
      ),
    },
    {
      key: "when",
      value: ({ moment, offsetMinutes: minutes }) =>
        minutes === 0 ? t(moment) : t("later", { moment: t(moment), minutes }),
      title: t("when"),
      cell: ({ moment, offsetMinutes: minutes }) =>
        minutes === 0 ? t(moment) : t("later", { moment: t(moment), minutes }),
    },
    {
      key: "to",
      value: ({ emails, webhooks }) => [...emails, ...(webhooks ? [t("services")] : [])].join(" · "),
      title: t("to"),
      cell: ({ emails, webhooks }) =>
        [
          ...(emails.length === 0 ? [] : [t("toEmails", { count: emails.length })]),
          ...(webhooks ? [t("services")] : []),
        ].join(" · "),
    },
    {
      key: "next",
      value: ({ next }) => localMoment(next?.at, edition.timeZone),
      title: t("next"),
      cell: (schedule) => <Next schedule={schedule} timeZone={edition.timeZone} />,
    },
    {
      key: "state",
      value: ({ active }) => t(active ? "active" : "paused"),
      title: t("state"),
      cell: ({ active }) => (
        <Badge color={active ? "forest" : "sand"} miw="max-content">
          {t(active ? "active" : "paused")}
        </Badge>
      ),
    },
  ];
  return (
    <>
      <ProblemAlert error={toggle.error} />
      <ListTable
        caption={t("title")}
        columns={columns}
        rows={schedules}
        keyOf={({ id }) => id}
        menu={(schedule) => (
          <RowMenu of={schedule.name}>
            <Menu.Item leftSection={<IconList size={17} aria-hidden />} onClick={() => onTask("log", schedule)}>
              {t("log")}
            </Menu.Item>
            <Menu.Item leftSection={<IconSend size={17} aria-hidden />} onClick={() => onTask("send", schedule)}>
              {t("sendNow")}
            </Menu.Item>
            <Menu.Item leftSection={<IconEdit size={17} aria-hidden />} onClick={() => onTask("change", schedule)}>
              {t("change")}
            </Menu.Item>
            <Menu.Item
              leftSection={
                schedule.active ? <IconPlayerPause size={17} aria-hidden /> : <IconPlayerPlay size={17} aria-hidden />
              }
              onClick={() => toggle.mutate(schedule)}
            >
              {t(schedule.active ? "pause" : "resume")}
            </Menu.Item>
            <Menu.Item
              color="clay"
              leftSection={<IconTrashX size={17} aria-hidden />}
              onClick={() => onTask("remove", schedule)}
            >
              {app("remove")}
            </Menu.Item>
          </RowMenu>
        )}
      />
    </>
  );
}

/** By the edition's clocks, as its opening hours are. */
function Next({ schedule: { next }, timeZone }: { schedule: ListedReportSchedule; timeZone: string }) {
  const t = useMessages(scheduleMessages);
  const { language } = useLanguage();
  if (next === null) return <span className="zone-note">{t("noNext")}</span>;
  return (
    <>
      {formatDate(next.at, language, "medium", timeZone)} {isolateLtr(formatTime(next.at, language, { timeZone }))}
    </>
  );
}
