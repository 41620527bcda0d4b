import type { Checkpoint, Device } from "@abwab/contract";
import { formatNumber, formatRelative, Num, localName, useLanguage, useMessages } from "@abwab/ui";
import { Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import { appMessages } from "../app/app-messages.ts";
import { ListTable, type Column } from "../app/list-table.tsx";
import { deviceMessages } from "./device-messages.ts";
import { deviceState } from "./device-state.ts";
import { manyDevicesMessages } from "./many-devices-messages.ts";
import { DeviceStateBadge, deviceStateTexts } from "./device-state-badge.tsx";
import { localMoment } from "../tables/cell-value.ts";

export interface DeviceTableProps {
  devices: readonly Device[];
  checkpoints: readonly Checkpoint[];
  now: number;
  open: boolean;
  menu?: ((device: Device) => ReactNode) | undefined;
  /** Which are ticked; nothing can be ticked without. */
  choice?: { chosen: ReadonlySet<string>; onToggle: (id: string) => void } | undefined;
}

/** A clock this far off is worth a look. */
const CLOCK_NOTABLE_MS = 2_000;

export function DeviceTable({ devices, checkpoints, now, open, menu, choice }: DeviceTableProps) {
  const t = useMessages(deviceMessages);
  const many = useMessages(manyDevicesMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const doorOf = (device: Device) => {
    const door = checkpoints.find(({ code }) => code === device.checkpoint);
    return door ? localName(door.names, language) : "";
  };
  const columns: Column<Device>[] = [
    {
      key: "name",
      value: ({ name }) => name,
      title: t("name"),
      cell: (device) =>
        choice ? (
          <Checkbox
            label={<bdi>{device.name}</bdi>}
            aria-label={many("choose", { name: device.name })}
            checked={choice.chosen.has(device.id)}
            onChange={() => choice.onToggle(device.id)}
          />
        ) : (
          <bdi>{device.name}</bdi>
        ),
    },
    {
      key: "checkpoint",
      value: (device) => `${device.checkpoint} ${doorOf(device)}`,
      title: t("checkpoint"),
      cell: (device) => (
        <span>
          <bdi className="device-door">{device.checkpoint}</bdi> {doorOf(device)}
        </span>
      ),
    },
    {
      key: "state",
      value: (device) => t(deviceStateTexts[deviceState(device, now, open)]),
      title: t("state"),
      cell: (device) => <DeviceStateBadge state={deviceState(device, now, open)} />,
    },
    {
      key: "lastSeen",
      value: ({ lastSeenAt }) => localMoment(lastSeenAt),
      title: t("lastSeen"),
      cell: ({ lastSeenAt }) => (lastSeenAt ? formatRelative(lastSeenAt, now, language) : app("never")),
    },
    {
      key: "pending",
      value: ({ pending }) => pending,
      title: t("pending"),
      cell: ({ pending }) => (pending > 0 ? <Num value={pending} className="device-pending" /> : <Num value={0} />),
    },
    {
      key: "battery",
      value: ({ battery }) => battery?.level,
      minor: true,
      title: t("battery"),
      cell: ({ battery }) => <BatteryLevel of={battery} />,
    },
    {
      key: "clock",
      value: ({ clockOffsetMs }) => (clockOffsetMs === null ? null : clockOffsetMs / 1000),
      minor: true,
      title: t("clock"),
      cell: ({ clockOffsetMs }) => <ClockOffset offset={clockOffsetMs} />,
    },
    {
      key: "version",
      value: ({ appVersion }) => appVersion,
      minor: true,
      title: t("version"),
      cell: ({ appVersion }) => <bdi>{appVersion ?? "–"}</bdi>,
    },
  ];
  return <ListTable caption={t("title")} columns={columns} rows={devices} keyOf={({ id }) => id} menu={menu} />;
}

function ClockOffset({ offset }: { offset: number | null }) {
  const t = useMessages(deviceMessages);
  const { language } = useLanguage();
  if (offset === null) return "–";
  const off = Math.abs(offset) >= CLOCK_NOTABLE_MS;
  return (
    <span className={off ? "device-pending" : undefined}>
      {t("seconds", { value: formatNumber(offset / 1000, language, { decimals: 1, signed: true }) })}
    </span>
  );
}

/** Worth a look when so little is left. */
const BATTERY_NOTABLE = 0.2;

function BatteryLevel({ of: battery }: { of: Device["battery"] }) {
  const t = useMessages(deviceMessages);
  if (battery === null) return "–";
  const { level, charging } = battery;
  return (
    <span className={!charging && level <= BATTERY_NOTABLE ? "device-pending" : undefined}>
      <Num value={level} percent /> {charging && t("charging")}
    </span>
  );
}
