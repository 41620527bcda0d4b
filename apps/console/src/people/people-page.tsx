import { type MadeInvitation, routes, type Person } from "@abwab/contract";
import { formatRelative, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Menu } from "@mantine/core";
import {
  IconEdit,
  IconLink,
  IconPlus,
  IconShieldCheck,
  IconShieldOff,
  IconTrashX,
  IconUserPlus,
} from "@tabler/icons-react";
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
import { invitationsQuery } from "./invitation-queries.ts";
import { InviteForm } from "./invite-form.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { linkMessages } from "./link-messages.ts";
import { LinksCard } from "./links-card.tsx";
import { peopleMessages } from "./people-messages.ts";
import { peopleQuery } from "./people-queries.ts";
import { PersonForm } from "./person-form.tsx";
import { PolicyDialog } from "./policy-dialog.tsx";
import { ScopeBadge } from "./scope-badge.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { localMoment } from "../tables/cell-value.ts";

type Task =
  | { kind: "add" }
  | { kind: "change"; person: Person }
  | { kind: "invite" }
  | { kind: "link"; made: MadeInvitation }
  | { kind: "policy" }
  | { kind: "resetLink"; person: Person }
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
  const link = useMessages(linkMessages);
  const people = useQuery(peopleQuery);
  const [task, setTask] = useState<Task>();
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        hint={t("hint")}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconShieldCheck size={18} aria-hidden />}
              onClick={() => setTask({ kind: "policy" })}
            >
              {link("policy")}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setTask({ kind: "add" })}
            >
              {t("add")}
            </Button>
            <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "invite" })}>
              {link("invite")}
            </Button>
          </>
        }
      />
      <ProblemAlert error={people.error} retry={() => void people.refetch()} />
      {people.data ? <PeopleTable people={people.data} onTask={setTask} /> : !people.error && <PageSkeleton />}
      <LinksCard onMade={(made) => setTask({ kind: "link", made })} />
      {task && <PeopleTask task={task} onTask={setTask} />}
    </div>
  );
}

function PeopleTable({ people, onTask }: { people: readonly Person[]; onTask: (task: Task) => void }) {
  const t = useMessages(peopleMessages);
  const app = useMessages(appMessages);
  const link = useMessages(linkMessages);
  const { language } = useLanguage();
  const now = useNow(30_000);
  const account = useMessages(accountMessages);
  const me = useUser();
  const columns: Column<Person>[] = [
    {
      key: "name",
      value: ({ name }) => name,
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
    { key: "email", value: ({ email }) => email, title: t("email"), cell: ({ email }) => <bdi>{email}</bdi> },
    {
      key: "role",
      value: ({ role }) => app(roleTexts[role]),
      title: t("role"),
      cell: ({ role, secondFactor, scope }) => (
        <span>
          <Badge>{app(roleTexts[role])}</Badge> {scope && <ScopeBadge scope={scope} />}{" "}
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
      value: ({ lastSignInAt }) => localMoment(lastSignInAt),
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
          <Menu.Item
            leftSection={<IconLink size={17} aria-hidden />}
            onClick={() => onTask({ kind: "resetLink", person })}
          >
            {link("resetLink")}
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
  const link = useMessages(linkMessages);
  const close = () => onTask(undefined);
  const show = (made: MadeInvitation) => onTask({ kind: "link", made });
  const done = (name: string, password: string | undefined) =>
    onTask(password ? { kind: "password", name, password } : undefined);
  switch (task.kind) {
    case "add":
      return <PersonForm onDone={done} onClose={close} />;
    case "change":
      return <PersonForm person={task.person} onDone={done} onClose={close} />;
    case "invite":
      return <InviteForm onDone={show} onClose={close} />;
    case "link":
      return <LinkDialog made={task.made} onClose={close} />;
    case "policy":
      return <PolicyDialog onClose={close} />;
    case "resetLink":
      return (
        <ConfirmDialog
          title={link("resetTitle", { name: task.person.name })}
          text={link("resetText")}
          submit={link("resetLink")}
          danger={false}
          act={() => api.call(routes.createResetLink, { params: { id: task.person.id } })}
          onDone={show}
          refresh={invitationsQuery.queryKey}
          onClose={close}
        />
      );
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
