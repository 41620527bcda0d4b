import { routes, type Zone } from "@abwab/contract";
import { Num, StatusBadge, localName, uiMessages, useLanguage, useMessages } from "@abwab/ui";
import { Button, Group, Menu, Skeleton, Text } from "@mantine/core";
import { IconEdit, IconPlus, IconTrashX } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { editionMessages, zoneKindTexts } from "./edition-messages.ts";
import { useZones, zonesQuery } from "./edition-queries.ts";
import { ZoneForm } from "./zone-form.tsx";

type Task = { kind: "add" } | { kind: "change"; zone: Zone } | { kind: "remove"; zone: Zone };

export function ZonesPanel({ slug }: { slug: string }) {
  const t = useMessages(editionMessages);
  const app = useMessages(appMessages);
  const ui = useMessages(uiMessages);
  const { language } = useLanguage();
  const zones = useZones(slug);
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const figure = (value: number | null) => (value === null ? "–" : <Num value={value} />);
  const statusName = { open: ui("statusOpen"), hold: ui("statusHold"), closed: ui("statusClosed") } as const;
  const columns: Column<Zone>[] = [
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
    {
      key: "kind",
      value: ({ kind }) => t(zoneKindTexts[kind]),
      title: t("kind"),
      cell: ({ kind }) => t(zoneKindTexts[kind]),
    },
    {
      key: "capacity",
      value: ({ capacity }) => capacity,
      title: t("capacity"),
      cell: ({ capacity }) => figure(capacity),
    },
    { key: "area", value: ({ areaM2 }) => areaM2, minor: true, title: t("area"), cell: ({ areaM2 }) => figure(areaM2) },
    {
      key: "status",
      value: ({ status }) => statusName[status],
      title: t("status"),
      cell: ({ status }) => <StatusBadge status={status} />,
    },
  ];
  return (
    <>
      <Group justify="flex-end" mb="md">
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
          {t("addZone")}
        </Button>
      </Group>
      <ProblemAlert error={zones.error} retry={() => void zones.refetch()} />
      {!zones.data && !zones.error && <Skeleton height={300} />}
      {zones.data?.length === 0 && (
        <Text c="dimmed" ta="center" py="xl">
          {t("noZones")}
        </Text>
      )}
      {zones.data && zones.data.length > 0 && (
        <ListTable
          caption={t("zones")}
          columns={columns}
          rows={zones.data}
          keyOf={({ code }) => code}
          menu={(zone) => (
            <RowMenu of={zone.code}>
              <Menu.Item
                leftSection={<IconEdit size={17} aria-hidden />}
                onClick={() => setTask({ kind: "change", zone })}
              >
                {app("edit")}
              </Menu.Item>
              <Menu.Item
                color="clay"
                leftSection={<IconTrashX size={17} aria-hidden />}
                onClick={() => setTask({ kind: "remove", zone })}
              >
                {app("remove")}
              </Menu.Item>
            </RowMenu>
          )}
        />
      )}
      {task?.kind === "add" && <ZoneForm slug={slug} onClose={close} />}
      {task?.kind === "change" && <ZoneForm slug={slug} zone={task.zone} onClose={close} />}
      {task?.kind === "remove" && (
        <ConfirmDialog
          title={t("removeZoneTitle", { code: task.zone.code })}
          text={t("removeZoneText")}
          submit={app("remove")}
          act={() => api.call(routes.removeZone, { params: { slug, code: task.zone.code } })}
          refresh={zonesQuery(slug).queryKey}
          onClose={close}
        />
      )}
    </>
  );
}
