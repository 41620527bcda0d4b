import { routes, type Edition, type PassKey } from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Group, Menu, Text } from "@mantine/core";
import { IconRefresh, IconTrashX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { ReasonDialog } from "../app/reason-dialog.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { useMay } from "../sign-in/session.ts";
import { passMessages } from "./pass-messages.ts";
import { keysQuery, passesKey } from "./pass-queries.ts";
import { localMoment } from "../tables/cell-value.ts";

/** The keys that passes are signed with: one signs, the others still verify until they are revoked. */
export function KeysPanel({ edition: { slug, timeZone } }: { edition: Edition }) {
  const t = useMessages(passMessages);
  const { language } = useLanguage();
  const mayChange = useMay("administrator");
  const keys = useQuery(keysQuery(slug));
  const [task, setTask] = useState<"rotate" | PassKey>();
  const close = () => setTask(undefined);
  const rows = keys.data?.items;
  const columns: Column<PassKey>[] = [
    { key: "key", value: ({ keyId }) => keyId, title: t("keyId"), cell: ({ keyId }) => <bdi dir="ltr">{keyId}</bdi> },
    {
      key: "created",
      value: ({ createdAt }) => localMoment(createdAt, timeZone),
      title: t("created"),
      cell: ({ createdAt }) => formatDate(createdAt, language, "medium", timeZone),
    },
    {
      key: "state",
      value: ({ retiredAt, revokedAt }) =>
        t(revokedAt !== null ? "revoked" : retiredAt === null ? "signing" : "retired"),
      title: t("state"),
      cell: (key) => <KeyState of={key} />,
    },
  ];
  return (
    <>
      <Group mb="md" justify="space-between" wrap="nowrap" align="flex-start">
        <Text c="dimmed" size="sm">
          {t("keysHint")}
        </Text>
        {mayChange && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={18} aria-hidden />}
            onClick={() => setTask("rotate")}
            flex="none"
          >
            {t("rotate")}
          </Button>
        )}
      </Group>
      <ProblemAlert error={keys.error} retry={() => void keys.refetch()} />
      {!rows && !keys.error && <PageSkeleton />}
      {rows?.length === 0 && <Text c="dimmed">{t("noKeys")}</Text>}
      {rows && rows.length > 0 && (
        <ListTable
          caption={t("keys")}
          columns={columns}
          rows={rows}
          keyOf={({ keyId }) => keyId}
          menu={(key) =>
            mayChange &&
            key.revokedAt === null && (
              <RowMenu of={key.keyId}>
                <Menu.Item color="clay" leftSection={<IconTrashX size={17} aria-hidden />} onClick={() => setTask(key)}>
                  {t("revoke")}
                </Menu.Item>
              </RowMenu>
            )
          }
        />
      )}
      {task === "rotate" && (
        <ConfirmDialog
          title={t("rotateTitle")}
          text={t("rotateText")}
          submit={t("rotate")}
          danger={false}
          act={() => api.call(routes.rotatePassKey, { params: { slug } })}
          refresh={passesKey(slug)}
          onClose={close}
        />
      )}
      {typeof task === "object" && (
        <ReasonDialog
          title={t("revokeKeyTitle", { key: task.keyId })}
          text={t("revokeKeyText")}
          reasonLabel={t("reason")}
          submit={t("revoke")}
          act={(body) => api.call(routes.revokePassKey, { params: { slug, keyId: task.keyId }, body })}
          refresh={passesKey(slug)}
          onClose={close}
        />
      )}
    </>
  );
}

function KeyState({ of: { retiredAt, revokedAt } }: { of: PassKey }) {
  const t = useMessages(passMessages);
  if (revokedAt !== null) return <Badge color="clay">{t("revoked")}</Badge>;
  return retiredAt === null ? <Badge color="forest">{t("signing")}</Badge> : <Badge color="sand">{t("retired")}</Badge>;
}
