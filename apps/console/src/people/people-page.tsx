import { routes, type Person } from "@abwab/contract";
import { formatRelative, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Menu } from "@mantine/core";
import { IconEdit, IconPlus, IconShieldCheck, IconShieldOff, IconTrashX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages, roleTexts } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { useNow } from "../app/use-now.ts";
import { useUser } from "../sign-in/session.ts";
import { accountMessages } from "./account-messages.ts";
import { peopleMessages } from "./people-messages.ts";
import { peopleQuery } from "./people-queries.ts";
import { PersonForm } from "./person-form.tsx";
import { SecretDialog } from "./secret-dialog.tsx";

type Task =
  | { kind: "add" }
  | { kind: "change"; person: Person }
  | { kind: "remove"; person: Person }
  | { kind: "resetFactor"; person: Person }
  | { kind: "password"; name: string; password: string };

export function PeoplePage() {
  return (
    <RoleGate needed="administrator">
      <People />
    </RoleGate>
  );
}

function People() {
  const t = useMessages(peopleMessages);
  const people = useQuery(peopleQuery);
  const [task, setTask] = useState<Task>();
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        hint={t("hint")}
        actions={
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
            {t("add")}
          </Button>
        }
      />
      <ProblemAlert error={people.error} retry={() => void people.refetch()} />
      {people.data ? <PeopleTable people={people.data} onTask={setTask} /> : !people.error && <PageSkeleton />}
      {task && <PeopleTask task={task} onTask={setTask} />}
    </div>
  );
}

function PeopleTable({ people, onTask }: { people: readonly Person[]; onTask: (task: Task) => void }) {
  const t = useMessages(peopleMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const now = useNow(30_000);
  const account = useMessages(accountMessages);
  const me = useUser();
  const columns: Column<Person>[] = [
    {
      key: "name",
      title: t("name"),
      cell: ({ id, name }) => (
        <span>
          <bdi>{name}</bdi>{" "}
          {id === me.id && (
            <Badge size="sm" color="sand">
              {t("you")}
            </Badge>
          )}
        </span>
      ),
    },
    { key: "email", title: t("email"), cell: ({ email }) => <bdi>{email}</bdi> },
    {
      key: "role",
      title: t("role"),
      cell: ({ role, secondFactor }) => (
        <span>
          <Badge>{app(roleTexts[role])}</Badge>{" "}
          {secondFactor && (
            <Badge color="forest" leftSection={<IconShieldCheck size={12} aria-hidden />}>
              {account("hasFactor")}
            </Badge>
          )}
        </span>
      ),
    },
    {
      key: "lastSignIn",
      title: t("lastSignIn"),
      cell: ({ lastSignInAt }) => (lastSignInAt ? formatRelative(lastSignInAt, now, language) : app("never")),
    },
  ];
  return (
    <ListTable
      caption={t("title")}
      columns={columns}
      rows={people}
      keyOf={({ id }) => id}
      menu={(person) => (
        <RowMenu of={person.name}>
          <Menu.Item
            leftSection={<IconEdit size={17} aria-hidden />}
            onClick={() => onTask({ kind: "change", person })}
          >
            {t("change")}
          </Menu.Item>
          {person.secondFactor && (
            <Menu.Item
              leftSection={<IconShieldOff size={17} aria-hidden />}
              onClick={() => onTask({ kind: "resetFactor", person })}
            >
              {account("resetFactor")}
            </Menu.Item>
          )}
          <Menu.Item
            color="clay"
            leftSection={<IconTrashX size={17} aria-hidden />}
            onClick={() => onTask({ kind: "remove", person })}
          >
            {app("remove")}
          </Menu.Item>
        </RowMenu>
      )}
    />
  );
}

function PeopleTask({ task, onTask }: { task: Task; onTask: (task: Task | undefined) => void }) {
  const t = useMessages(peopleMessages);
  const app = useMessages(appMessages);
  const account = useMessages(accountMessages);
  const close = () => onTask(undefined);
  const done = (name: string, password: string | undefined) =>
    onTask(password ? { kind: "password", name, password } : undefined);
  switch (task.kind) {
    case "add":
      return <PersonForm onDone={done} onClose={close} />;
    case "change":
      return <PersonForm person={task.person} onDone={done} onClose={close} />;
    case "password":
      return <SecretDialog title={t("madePassword", { name: task.name })} secret={task.password} onClose={close} />;
    case "resetFactor":
      return (
        <ConfirmDialog
          title={account("resetTitle", { name: task.person.name })}
          text={account("resetText")}
          submit={account("resetFactor")}
          act={() => api.call(routes.resetSecondFactor, { params: { id: task.person.id } })}
          refresh={peopleQuery.queryKey}
          onClose={close}
        />
      );
    case "remove":
      return (
        <ConfirmDialog
          title={t("removeTitle", { name: task.person.name })}
          text={t("removeText")}
          submit={app("remove")}
          act={() => api.call(routes.removePerson, { params: { id: task.person.id } })}
          refresh={peopleQuery.queryKey}
          onClose={close}
        />
      );
  }
}
