import { routes, type ApiToken } from "@abwab/contract";
import { formatDate, formatRelative, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Menu } from "@mantine/core";
import { IconPlus, IconTrashX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages, roleTexts } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { useNow } from "../app/use-now.ts";
import { peopleMessages } from "./people-messages.ts";
import { tokensQuery } from "./people-queries.ts";
import { SecretDialog } from "./secret-dialog.tsx";
import { TokenForm } from "./token-form.tsx";
import { localMoment } from "../tables/cell-value.ts";

type Task = { kind: "add" } | { kind: "show"; token: string } | { kind: "remove"; token: ApiToken };

export function TokensPage() {
  return (
    <RoleGate needed="administrator">
      <Tokens />
    </RoleGate>
  );
}

function Tokens() {
  const t = useMessages(peopleMessages);
  const app = useMessages(appMessages);
  const tokens = useQuery(tokensQuery);
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
      {t("addToken")}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader title={t("tokensTitle")} hint={t("tokensHint")} actions={tokens.data?.length ? add : undefined} />
      <ProblemAlert error={tokens.error} retry={() => void tokens.refetch()} />
      {!tokens.data && !tokens.error && <PageSkeleton />}
      {tokens.data?.length === 0 && (
        <EmptyState title={t("tokensEmptyTitle")} hint={t("tokensEmptyHint")}>
          {add}
        </EmptyState>
      )}
      {tokens.data && tokens.data.length > 0 && (
        <TokenTable tokens={tokens.data} onRemove={(token) => setTask({ kind: "remove", token })} />
      )}
      {task?.kind === "add" && <TokenForm onDone={(token) => setTask({ kind: "show", token })} onClose={close} />}
      {task?.kind === "show" && <SecretDialog title={t("madeToken")} secret={task.token} onClose={close} />}
      {task?.kind === "remove" && (
        <ConfirmDialog
          title={t("removeTokenTitle", { name: task.token.name })}
          text={t("removeTokenText")}
          submit={app("remove")}
          act={() => api.call(routes.removeApiToken, { params: { id: task.token.id } })}
          refresh={tokensQuery.queryKey}
          onClose={close}
        />
      )}
    </div>
  );
}

function TokenTable({ tokens, onRemove }: { tokens: readonly ApiToken[]; onRemove: (token: ApiToken) => void }) {
  const t = useMessages(peopleMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const now = useNow(30_000);
  const columns: Column<ApiToken>[] = [
    { key: "name", value: ({ name }) => name, title: t("tokenName"), cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: "role",
      value: ({ role }) => app(roleTexts[role]),
      title: t("role"),
      cell: ({ role }) => <Badge>{app(roleTexts[role])}</Badge>,
    },
    {
      key: "edition",
      value: ({ edition }) => edition ?? t("allEditions"),
      title: t("edition"),
      cell: ({ edition, zones }) => (edition ? <bdi>{[edition, ...(zones ?? [])].join(" · ")}</bdi> : t("allEditions")),
    },
    {
      key: "created",
      value: ({ createdAt }) => localMoment(createdAt),
      title: t("created"),
      cell: ({ createdAt }) => formatDate(createdAt, language),
    },
    {
      key: "expires",
      value: ({ expiresAt }) => localMoment(expiresAt),
      title: t("expires"),
      cell: ({ expiresAt }) => (expiresAt ? formatDate(expiresAt, language) : t("neverExpires")),
    },
    {
      key: "lastUsed",
      value: ({ lastUsedAt }) => localMoment(lastUsedAt),
      title: t("lastUsed"),
      cell: ({ lastUsedAt }) => (lastUsedAt ? formatRelative(lastUsedAt, now, language) : app("never")),
    },
  ];
  return (
    <ListTable
      caption={t("tokensTitle")}
      columns={columns}
      rows={tokens}
      keyOf={({ id }) => id}
      menu={(token) => (
        <RowMenu of={token.name}>
          <Menu.Item color="clay" leftSection={<IconTrashX size={17} aria-hidden />} onClick={() => onRemove(token)}>
            {app("remove")}
          </Menu.Item>
        </RowMenu>
      )}
    />
  );
}
