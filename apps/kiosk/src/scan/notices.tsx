import { CLOCK_SKEW_MS, type DeviceConfiguration, type ZoneStatus } from "@abwab/contract";
import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import {
  IconAlertTriangle,
  IconClockExclamation,
  IconHandStop,
  IconLock,
  IconMessage,
  IconTheater,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { scanMessages } from "./scan-messages.ts";

interface NoticesProps {
  readonly configuration: DeviceConfiguration;
  readonly status: ZoneStatus;
  readonly clockOffsetMs: number;
  readonly refused: number;
  readonly failed: boolean;
  readonly onShowRefused: () => void;
  /** How many are in the zone, as shown; null where that is not known. */
  readonly inside: number | null;
  /** What else must be known: of the device itself. */
  readonly more?: ReactNode;
}

/** What staff must know before the next tap; nothing stands here on a good day. */
export function Notices(props: NoticesProps) {
  const { configuration, status, clockOffsetMs, refused, failed, onShowRefused, inside, more } = props;
  const t = useMessages(scanMessages);
  const minutes = Math.round(Math.abs(clockOffsetMs) / 60_000);
  const { zone, edition } = configuration;
  return (
    <div className="notices">
      {failed && (
        <Notice tone="bad" icon={<IconAlertTriangle aria-hidden />} urgent>
          {t("notRecorded")}
        </Notice>
      )}
      {status !== "open" && (
        <Notice
          tone={status === "closed" ? "bad" : "warn"}
          icon={status === "closed" ? <IconLock aria-hidden /> : <IconHandStop aria-hidden />}
          urgent
        >
          <strong>{t(status)}</strong>
          {zone.message && <bdi className="notice-message">{zone.message}</bdi>}
        </Notice>
      )}
      {inside !== null && zone.capacity !== null && <Room inside={inside} capacity={zone.capacity} />}
      {refused > 0 && (
        <Notice tone="bad" icon={<IconAlertTriangle aria-hidden />}>
          <span>{t("refused", { count: refused })}</span>
          <button type="button" className="button notice-button" onClick={onShowRefused}>
            {t("see")}
          </button>
        </Notice>
      )}
      {Math.abs(clockOffsetMs) > CLOCK_SKEW_MS && (
        <Notice tone="warn" icon={<IconClockExclamation aria-hidden />}>
          {t(clockOffsetMs > 0 ? "clockAhead" : "clockBehind", { minutes })}
        </Notice>
      )}
      {status === "open" && zone.message && (
        <Notice tone="calm" icon={<IconMessage aria-hidden />}>
          <bdi className="notice-message">{zone.message}</bdi>
        </Notice>
      )}
      {more}
      {edition.status === "draft" && (
        <Notice tone="calm" icon={<IconTheater aria-hidden />}>
          {t("rehearsal")}
        </Notice>
      )}
    </div>
  );
}

/** From here on a place is nearly full, as a share of its capacity. */
export const NEARLY_FULL = 0.9;

/** How much room is left, once there is little of it. */
function Room({ inside, capacity }: { inside: number; capacity: number }) {
  const t = useMessages(scanMessages);
  const { language } = useLanguage();
  if (inside < capacity * NEARLY_FULL) return null;
  const left = capacity - inside;
  const [shown, most] = [formatNumber(inside, language), formatNumber(capacity, language)];
  return (
    <Notice tone={left > 0 ? "warn" : "bad"} icon={<IconUsersGroup aria-hidden />}>
      <strong>{left > 0 ? t("nearlyFull", { count: left }) : t("full", { inside: shown, capacity: most })}</strong>
    </Notice>
  );
}

interface NoticeProps {
  readonly tone: "bad" | "warn" | "calm";
  readonly icon: ReactNode;
  readonly urgent?: boolean;
  readonly children: ReactNode;
}

export function Notice({ tone, icon, urgent = false, children }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={urgent ? "alert" : "status"}>
      {icon}
      <div className="notice-text">{children}</div>
    </div>
  );
}
