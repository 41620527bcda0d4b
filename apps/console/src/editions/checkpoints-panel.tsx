import { routes, type Checkpoint } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Group, Menu, Skeleton, Text } from "@mantine/core";
import { IconEdit, IconPlus, IconTrashX } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { CheckpointForm } from "./checkpoint-form.tsx";
import { editionMessages } from "./edition-messages.ts";
import { checkpointsQuery, useCheckpoints } from "./edition-queries.ts";

type Task = { kind: "add" } | { kind: "change"; checkpoint: Checkpoint } | { kind: "remove"; checkpoint: Checkpoint };

export function CheckpointsPanel({ slug }: { slug: string }) {
  const t = useMessages(editionMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const checkpoints = useCheckpoints(slug);
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const columns: Column<Checkpoint>[] = [
    {
      key: "code",
      value: ({ code }) => code,
      title: t("code"),
      cell: ({ code }) => <bdi className="device-door">{code}</bdi>,
    },
    {
      key: "name",
      value: ({ names }) => localName(names, language),
      title: t("names"),
      cell: ({ names }) => localName(names, language),
    },
    { key: "zone", value: ({ zone }) => zone, title: t("zone"), cell: ({ zone }) => <bdi>{zone}</bdi> },
    {
      key: "directions",
      value: ({ directions }) => directions.map((each) => t(each === "in" ? "directionIn" : "directionOut")).join(" "),
      title: t("directions"),
      cell: ({ directions }) => (
        <Group gap={4}>
          {directions.map((each) => (
            <Badge key={each} color={each === "in" ? "forest" : "brass"}>
              {t(each === "in" ? "directionIn" : "directionOut")}
            </Badge>
          ))}
        </Group>
      ),
    },
  ];
  return (
    <>
      <Group justify="flex-end" mb="md">
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
          {t("addCheckpoint")}
        </Button>
      </Group>
      <ProblemAlert error={checkpoints.error} retry={() => void checkpoints.refetch()} />
      {!checkpoints.data && !checkpoints.error && <Skeleton height={300} />}
      {checkpoints.data?.length === 0 && (
        <Text c="dimmed" ta="center" py="xl">
          {t("noCheckpoints")}
        </Text>
      )}
      {checkpoints.data && checkpoints.data.length > 0 && (
        <ListTable
          caption={t("checkpoints")}
          columns={columns}
          rows={checkpoints.data}
          keyOf={({ code }) => code}
          menu={(checkpoint) => (
            <RowMenu of={checkpoint.code}>
              <Menu.Item
                leftSection={<IconEdit size={17} aria-hidden />}
                onClick={() => setTask({ kind: "change", checkpoint })}
              >
                {app("edit")}
              </Menu.Item>
              <Menu.Item
                color="clay"
                leftSection={<IconTrashX size={17} aria-hidden />}
                onClick={() => setTask({ kind: "remove", checkpoint })}
              >
                {app("remove")}
              </Menu.Item>
            </RowMenu>
          )}
        />
      )}
      {task?.kind === "add" && <CheckpointForm slug={slug} onClose={close} />}
      {task?.kind === "change" && <CheckpointForm slug={slug} checkpoint={task.checkpoint} onClose={close} />}
      {task?.kind === "remove" && (
        <ConfirmDialog
          title={t("removeCheckpointTitle", { code: task.checkpoint.code })}
          text={t("removeCheckpointText")}
          submit={app("remove")}
          act={() => api.call(routes.removeCheckpoint, { params: { slug, code: task.checkpoint.code } })}
          refresh={checkpointsQuery(slug).queryKey}
          onClose={close}
        />
      )}
    </>
  );
}
