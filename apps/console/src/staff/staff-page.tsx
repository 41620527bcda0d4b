import { routes, type Operator, showPassCode } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Badge, Button, Menu } from "@mantine/core";
import { IconEdit, IconPlus, IconTrashX, IconUserCheck, IconUserOff } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useMay } from "../sign-in/session.ts";
import { OperatorForm } from "./operator-form.tsx";
import { staffMessages } from "./staff-messages.ts";
import { staffQuery } from "./staff-queries.ts";

type Task = { kind: "add" } | { kind: "change" | "remove"; operator: Operator };

export function StaffPage() {
  const slug = useSlug();
  return (
    <RoleGate needed="supervisor">
      <Staff key={slug} slug={slug} />
    </RoleGate>
  );
}

function Staff({ slug }: { slug: string }) {
  const t = useMessages(staffMessages);
  const app = useMessages(appMessages);
  const mayChange = useMay("organiser");
  const staff = useQuery(staffQuery(slug));
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const add = mayChange && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
      {t("add")}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} actions={staff.data?.length ? add : undefined} />
      <ProblemAlert error={staff.error} retry={() => void staff.refetch()} />
      {!staff.data && !staff.error && <PageSkeleton />}
      {staff.data?.length === 0 && (
        <EmptyState title={t("emptyTitle")} hint={t("emptyHint")}>
          {add}
        </EmptyState>
      )}
      {staff.data && staff.data.length > 0 && (
        <StaffTable slug={slug} staff={staff.data} mayChange={mayChange} onTask={setTask} />
      )}
      {task?.kind === "add" && <OperatorForm slug={slug} onClose={close} />}
      {task?.kind === "change" && <OperatorForm slug={slug} operator={task.operator} onClose={close} />}
      {task?.kind === "remove" && (
        <ConfirmDialog
          title={t("removeTitle", { code: task.operator.code })}
          text={t("removeText")}
          submit={app("remove")}
          act={() => api.call(routes.removeOperator, { params: { slug, code: task.operator.code } })}
          refresh={staffQuery(slug).queryKey}
          onClose={close}
        />
      )}
    </div>
  );
}

interface StaffTableProps {
  slug: string;
  staff: readonly Operator[];
  mayChange: boolean;
  onTask: (task: Task) => void;
}

function StaffTable({ slug, staff, mayChange, onTask }: StaffTableProps) {
  const t = useMessages(staffMessages);
  const app = useMessages(appMessages);
  const client = useQueryClient();
  const toggle = useMutation({
    mutationFn: ({ code, active }: Operator) =>
      api.call(routes.changeOperator, { params: { slug, code }, body: { active: !active } }),
    onSuccess: () => client.invalidateQueries({ queryKey: staffQuery(slug).queryKey }),
  });
  const columns: Column<Operator>[] = [
    {
      key: "code",
      value: ({ code }) => code,
      title: t("code"),
      cell: ({ code }) => <bdi className="device-door">{code}</bdi>,
    },
    { key: "name", value: ({ name }) => name, title: t("name"), cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: "with",
      value: ({ hasPin, badge }) =>
        [hasPin && t("hasPin"), badge !== null && showPassCode(badge)].filter(Boolean).join(" "),
      title: t("signsOnWith"),
      cell: (operator) => <SignsOnWith operator={operator} />,
    },
    {
      key: "state",
      value: ({ active }) => t(active ? "active" : "inactive"),
      title: t("state"),
      cell: ({ active }) =>
        active ? <Badge color="forest">{t("active")}</Badge> : <Badge color="sand">{t("inactive")}</Badge>,
    },
  ];
  return (
    <>
      <ProblemAlert error={toggle.error} />
      <ListTable
        caption={t("title")}
        columns={columns}
        rows={staff}
        keyOf={({ code }) => code}
        menu={
          mayChange
            ? (operator) => (
                <RowMenu of={operator.code}>
                  <Menu.Item
                    leftSection={<IconEdit size={17} aria-hidden />}
                    onClick={() => onTask({ kind: "change", operator })}
                  >
                    {t("change")}
                  </Menu.Item>
                  <Menu.Item
                    leftSection={
                      operator.active ? <IconUserOff size={17} aria-hidden /> : <IconUserCheck size={17} aria-hidden />
                    }
                    onClick={() => toggle.mutate(operator)}
                  >
                    {t(operator.active ? "letGo" : "takeBack")}
                  </Menu.Item>
                  <Menu.Item
                    color="clay"
                    leftSection={<IconTrashX size={17} aria-hidden />}
                    onClick={() => onTask({ kind: "remove", operator })}
                  >
                    {app("remove")}
                  </Menu.Item>
                </RowMenu>
              )
            : undefined
        }
      />
    </>
  );
}

function SignsOnWith({ operator: { hasPin, badge } }: { operator: Operator }) {
  const t = useMessages(staffMessages);
  if (!hasPin && badge === null) return t("nothing");
  return (
    <span>
      {hasPin && t("hasPin")}
      {hasPin && badge !== null && " · "}
      {badge !== null && (
        <>
          {t("badge")} <bdi dir="ltr">{showPassCode(badge)}</bdi>
        </>
      )}
    </span>
  );
}
