import { routes, type Device, type Edition, type Pairing } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button, Group, Menu, SegmentedControl, Text } from "@mantine/core";
import { IconDevices, IconEdit, IconFileImport, IconPlus, IconQrcode, IconTrashX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { useNow } from "../app/use-now.ts";
import { useSlug } from "../app/use-slug.ts";
import { useCheckpoints, useEdition } from "../editions/edition-queries.ts";
import { useMayWhole } from "../sign-in/session.ts";
import { ChosenDevicesBar } from "./chosen-devices-bar.tsx";
import { DeviceForm } from "./device-form.tsx";
import { deviceMessages } from "./device-messages.ts";
import { devicesQuery, isOpen } from "./device-queries.ts";
import { deviceShows, selectDevices, type DeviceShow } from "./device-state.ts";
import { DeviceTable } from "./device-table.tsx";
import { ManyDevicesDialog } from "./many-devices-dialog.tsx";
import { manyDevicesMessages } from "./many-devices-messages.ts";
import { PairingSheetDialog } from "./pairing-sheet-dialog.tsx";
import { PairingDialog } from "./pairing-dialog.tsx";
import { RecoveryDialog } from "./recovery-dialog.tsx";

const showTexts = { all: "showAll", silent: "showSilent", pending: "showPending", revoked: "showRevoked" } as const;

type Task =
  | { kind: "add" | "add-many" | "recover" }
  | { kind: "sheet" | "revoke-many"; ids: string[] }
  | { kind: "change"; device: Device }
  | { kind: "renew"; device: Device }
  | { kind: "revoke"; device: Device }
  | { kind: "pair"; pairing: Pairing };

export function DevicesPage() {
  const slug = useSlug();
  const edition = useEdition(slug);
  if (!edition) return <PageSkeleton />;
  return <Devices key={slug} edition={edition} />;
}

function Devices({ edition }: { edition: Edition }) {
  const t = useMessages(deviceMessages);
  const many = useMessages(manyDevicesMessages);
  const { slug } = edition;
  const now = useNow(5_000);
  const mayChange = useMayWhole("organiser");
  const mayRecover = useMayWhole("supervisor");
  const devices = useQuery(devicesQuery(slug));
  const checkpoints = useCheckpoints(slug);
  const [search, setSearch] = useSearchParams();
  const show = deviceShows.find((each) => each === search.get("show")) ?? "all";
  const [task, setTask] = useState<Task>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const open = isOpen(edition, now);
  const addButton = mayChange && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
      {t("add")}
    </Button>
  );
  const addManyButton = mayChange && (
    <Button
      variant="default"
      leftSection={<IconDevices size={18} aria-hidden />}
      onClick={() => setTask({ kind: "add-many" })}
    >
      {many("addMany")}
    </Button>
  );
  const recoverButton = mayRecover && (
    <Button
      variant="default"
      leftSection={<IconFileImport size={18} aria-hidden />}
      onClick={() => setTask({ kind: "recover" })}
    >
      {t("recover")}
    </Button>
  );
  const shown = selectDevices(devices.data ?? [], show, now, open);
  // What is out of sight is not acted on.
  const ticked = shown.map(({ id }) => id).filter((id) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        hint={t("hint")}
        actions={
          devices.data?.length ? (
            <>
              {recoverButton}
              {addManyButton}
              {addButton}
            </>
          ) : undefined
        }
      />
      <ProblemAlert error={devices.error} retry={() => void devices.refetch()} />
      {!devices.data && !devices.error && <PageSkeleton />}
      {devices.data?.length === 0 && (
        <EmptyState title={t("emptyTitle")} hint={t(mayChange ? "emptyHint" : "emptyHintViewer")}>
          <Group justify="center">
            {addManyButton}
            {addButton}
          </Group>
        </EmptyState>
      )}
      {devices.data && devices.data.length > 0 && (
        <>
          <SegmentedControl
            mb="md"
            aria-label={t("show")}
            value={show}
            onChange={(next: DeviceShow) => {
              const asked = new URLSearchParams(search);
              if (next === "all") asked.delete("show");
              else asked.set("show", next);
              setSearch(asked, { replace: true });
            }}
            data={deviceShows.map((value) => ({ value, label: t(showTexts[value]) }))}
          />
          {mayChange && shown.length > 0 && (
            <ChosenDevicesBar
              count={ticked.length}
              onAll={() => setChosen(new Set(shown.map(({ id }) => id)))}
              onNone={() => setChosen(new Set())}
              onPrint={() => setTask({ kind: "sheet", ids: ticked })}
              onRevoke={() => setTask({ kind: "revoke-many", ids: ticked })}
            />
          )}
          {shown.length === 0 ? (
            <Text c="dimmed">{t("noneShown")}</Text>
          ) : (
            <DeviceTable
              devices={shown}
              checkpoints={checkpoints.data ?? []}
              now={now}
              open={open}
              choice={mayChange ? { chosen, onToggle: toggle } : undefined}
              menu={mayChange ? (device) => <DeviceMenu device={device} onTask={setTask} /> : undefined}
            />
          )}
        </>
      )}
      {task && <DeviceTask task={task} edition={edition} onTask={setTask} />}
    </div>
  );
}

function DeviceMenu({ device, onTask }: { device: Device; onTask: (task: Task) => void }) {
  const t = useMessages(deviceMessages);
  return (
    <RowMenu of={device.name}>
      <Menu.Item leftSection={<IconQrcode size={17} aria-hidden />} onClick={() => onTask({ kind: "renew", device })}>
        {t("showCode")}
      </Menu.Item>
      <Menu.Item leftSection={<IconEdit size={17} aria-hidden />} onClick={() => onTask({ kind: "change", device })}>
        {t("change")}
      </Menu.Item>
      {device.revokedAt === undefined && (
        <Menu.Item
          color="clay"
          leftSection={<IconTrashX size={17} aria-hidden />}
          onClick={() => onTask({ kind: "revoke", device })}
        >
          {t("revoke")}
        </Menu.Item>
      )}
    </RowMenu>
  );
}

interface DeviceTaskProps {
  task: Task;
  edition: Edition;
  onTask: (task: Task | undefined) => void;
}

function DeviceTask({ task, edition: { slug }, onTask }: DeviceTaskProps) {
  const t = useMessages(deviceMessages);
  const many = useMessages(manyDevicesMessages);
  const devices = useQuery(devicesQuery(slug));
  const checkpoints = useCheckpoints(slug);
  const close = () => onTask(undefined);
  const pair = (pairing: Pairing | undefined) => onTask(pairing && { kind: "pair", pairing });
  switch (task.kind) {
    case "pair":
      return (
        <PairingDialog
          pairing={task.pairing}
          device={devices.data?.find(({ id }) => id === task.pairing.device.id)}
          onClose={close}
        />
      );
    case "add-many":
      return (
        <ManyDevicesDialog
          slug={slug}
          checkpoints={checkpoints.data ?? []}
          onDone={(made) => onTask({ kind: "sheet", ids: made.map(({ id }) => id) })}
          onClose={close}
        />
      );
    case "sheet":
      return <PairingSheetDialog key={task.ids.join()} slug={slug} devices={task.ids} onClose={close} />;
    case "revoke-many":
      return (
        <ConfirmDialog
          title={many("revokeTitle", { count: task.ids.length })}
          text={many("revokeText")}
          submit={many("revokeMany")}
          act={() => api.call(routes.revokeDevices, { params: { slug }, body: { devices: task.ids } })}
          refresh={devicesQuery(slug).queryKey}
          onClose={close}
        />
      );
    case "recover":
      return <RecoveryDialog slug={slug} onClose={close} />;
    case "renew":
      return (
        <ConfirmDialog
          title={t("renewTitle", { name: task.device.name })}
          text={t("renewText")}
          submit={t("renew")}
          act={() => api.call(routes.renewPairingCode, { params: { id: task.device.id } })}
          onDone={pair}
          refresh={devicesQuery(slug).queryKey}
          onClose={close}
        />
      );
    case "revoke":
      return (
        <ConfirmDialog
          title={t("revokeTitle", { name: task.device.name })}
          text={t("revokeText")}
          submit={t("revoke")}
          act={() => api.call(routes.revokeDevice, { params: { id: task.device.id } })}
          refresh={devicesQuery(slug).queryKey}
          onClose={close}
        />
      );
    case "add":
      return <DeviceForm slug={slug} checkpoints={checkpoints.data ?? []} onDone={pair} onClose={close} />;
    case "change":
      return (
        <DeviceForm
          slug={slug}
          device={task.device}
          checkpoints={checkpoints.data ?? []}
          onDone={close}
          onClose={close}
        />
      );
  }
}
