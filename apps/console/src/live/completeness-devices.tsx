import type { Device, Edition } from "@abwab/contract";
import { formatRelative, localName, Num, useLanguage, useMessages } from "@abwab/ui";
import { Anchor, Popover, Skeleton } from "@mantine/core";
import type { IconClock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useNow } from "../app/use-now.ts";
import { devicesQuery, isOpen } from "../devices/device-queries.ts";
import { selectDevices } from "../devices/device-state.ts";
import { useCheckpoints } from "../editions/edition-queries.ts";
import { liveMessages } from "./live-messages.ts";

/** As many as somebody reads at a glance; the page of devices has the rest. */
const NAMED = 12;

export interface CompletenessDevicesProps {
  edition: Edition;
  show: "silent" | "pending";
  icon: typeof IconClock;
  /** How many. */
  children: ReactNode;
}

/** How many devices hold figures back, and on a press which ones: who is sent where is decided by names. */
export function CompletenessDevices({ edition, show, icon: Icon, children }: CompletenessDevicesProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className="completeness-item completeness-warning"
          onClick={() => setOpened((before) => !before)}
        >
          <Icon size={17} aria-hidden />
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="completeness-devices">
        {opened && <Names edition={edition} show={show} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Names({ edition, show }: Pick<CompletenessDevicesProps, "edition" | "show">) {
  const t = useMessages(liveMessages);
  const { language } = useLanguage();
  const now = useNow(5_000);
  const devices = useQuery(devicesQuery(edition.slug));
  const checkpoints = useCheckpoints(edition.slug);
  if (devices.error) return <ProblemAlert error={devices.error} retry={() => void devices.refetch()} />;
  if (!devices.data) return <Skeleton height={90} width={240} />;
  const found = selectDevices(devices.data, show, now, isOpen(edition, now));
  const doorOf = ({ checkpoint }: Device) => {
    const door = checkpoints.data?.find(({ code }) => code === checkpoint);
    return door ? localName(door.names, language) : "";
  };
  return (
    <>
      <p className="completeness-title">{t(show === "silent" ? "silentTitle" : "pendingTitle")}</p>
      <ul>
        {found.slice(0, NAMED).map((device) => (
          <li key={device.id}>
            <span>
              <bdi className="device-door">{device.checkpoint}</bdi> {doorOf(device)}
            </span>
            <span>
              <bdi>{device.name}</bdi>
            </span>
            <span className="completeness-how">
              {show === "pending" ? (
                <Num value={device.pending} />
              ) : (
                device.lastSeenAt && formatRelative(device.lastSeenAt, now, language)
              )}
            </span>
          </li>
        ))}
      </ul>
      <Anchor component={Link} to={`/devices/${edition.slug}?show=${show}`}>
        {t("allDevices")}
      </Anchor>
    </>
  );
}
