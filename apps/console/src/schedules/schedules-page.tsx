import type { Edition, ListedReportSchedule } from "@abwab/contract";
import { isolate, useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { routes } from "@abwab/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEditions } from "../editions/edition-queries.ts";
import { MailNotice } from "./mail-notice.tsx";
import { ScheduleForm } from "./schedule-form.tsx";
import { ScheduleLog } from "./schedule-log.tsx";
import { scheduleMessages } from "./schedule-messages.ts";
import { schedulesQuery } from "./schedule-queries.ts";
import { type ScheduleTask, ScheduleTable } from "./schedule-table.tsx";
import { SendNowDialog } from "./send-now-dialog.tsx";
import "./schedules.css";

export function SchedulesPage() {
  const slug = useSlug();
  const editions = useEditions();
  const edition = editions.data?.find((each) => each.slug === slug);
  if (editions.data && !edition) return <NotFoundPage />;
  return (
    <RoleGate needed="organiser">{edition ? <Schedules key={slug} edition={edition} /> : <PageSkeleton />}</RoleGate>
  );
}

type Task = { kind: "add" } | { kind: ScheduleTask; schedule: ListedReportSchedule };

/** Reports that are sent by themselves. */
function Schedules({ edition }: { edition: Edition }) {
  const t = useMessages(scheduleMessages);
  const app = useMessages(appMessages);
  const { slug } = edition;
  const schedules = useQuery(schedulesQuery(slug));
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
      {t("add")}
    </Button>
  );
  const hasSome = schedules.data !== undefined && schedules.data.length > 0;
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        hint={t("hint")}
        actions={
          <>
            <Button component={Link} to={`/reports/${slug}`} variant="default">
              {t("back")}
            </Button>
            {hasSome && add}
          </>
        }
      />
      <MailNotice />
      <ProblemAlert error={schedules.error} retry={() => void schedules.refetch()} />
      {!schedules.data && !schedules.error && <PageSkeleton />}
      {schedules.data?.length === 0 && (
        <EmptyState title={t("emptyTitle")} hint={t("emptyHint")}>
          {add}
        </EmptyState>
      )}
      {hasSome && (
        <ScheduleTable
          edition={edition}
          schedules={schedules.data}
          onTask={(kind, schedule) => setTask({ kind, schedule })}
        />
      )}
      {task?.kind === "add" && <ScheduleForm slug={slug} onClose={close} />}
      {task?.kind === "change" && <ScheduleForm slug={slug} schedule={task.schedule} onClose={close} />}
      {task?.kind === "log" && <ScheduleLog edition={edition} schedule={task.schedule} onClose={close} />}
      {task?.kind === "send" && (
        <SendNowDialog
          slug={slug}
          schedule={task.schedule}
          onSent={() => setTask({ kind: "log", schedule: task.schedule })}
          onClose={close}
        />
      )}
      {task?.kind === "remove" && (
        <ConfirmDialog
          title={t("removeTitle", { name: isolate(task.schedule.name) })}
          text={t("removeText")}
          submit={app("remove")}
          act={() => api.call(routes.removeReportSchedule, { params: { slug, id: task.schedule.id } })}
          refresh={schedulesQuery(slug).queryKey}
          onClose={close}
        />
      )}
    </div>
  );
}
