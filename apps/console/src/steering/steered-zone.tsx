import type { Zone, ZoneAcknowledgement, ZoneStatus } from "@abwab/contract";
import { formatNumber, formatRelative, localName, Num, StatusBadge, useLanguage, useMessages } from "@abwab/ui";
import { IconCheck, IconClockExclamation, IconDoor, IconHandStop, IconLock } from "@tabler/icons-react";
import type { CountStore } from "../live/count-store.ts";
import { useRow } from "../live/use-live-counts.ts";
import { steeringMessages } from "./steering-messages.ts";

const acts = [
  { status: "open", text: "toOpen", icon: IconDoor },
  { status: "hold", text: "toHold", icon: IconHandStop },
  { status: "closed", text: "toClose", icon: IconLock },
] as const;

interface SteeredZoneProps {
  zone: Zone;
  store: CountStore;
  acknowledgement: ZoneAcknowledgement | undefined;
  busy: boolean;
  onSteer: (status: ZoneStatus) => void;
}

/** One zone: what it is, how many are in it, three large buttons, and who has heard. */
export function SteeredZone({ zone, store, acknowledgement, busy, onSteer }: SteeredZoneProps) {
  const t = useMessages(steeringMessages);
  const { language } = useLanguage();
  const name = localName(zone.names, language);
  return (
    <article className="steered-zone card" data-status={zone.status} aria-label={`${zone.code} ${name}`}>
      <header>
        <bdi className="steered-code">{zone.code}</bdi>
        <span className="steered-name">{name}</span>
        <StatusBadge status={zone.status} />
      </header>
      <InsideNow zone={zone} store={store} />
      {zone.message !== null && (
        <p className="steered-message">
          <bdi>{zone.message}</bdi>
        </p>
      )}
      <div className="steered-acts" role="group" aria-label={name}>
        {acts.map(({ status, text, icon: Icon }) => (
          <button
            key={status}
            type="button"
            className="steered-act"
            data-status={status}
            aria-pressed={zone.status === status}
            disabled={busy}
            onClick={() => onSteer(status)}
          >
            <Icon size={22} aria-hidden />
            {t(text)}
          </button>
        ))}
      </div>
      {acknowledgement && <Heard acknowledgement={acknowledgement} />}
    </article>
  );
}

function InsideNow({ zone, store }: { zone: Zone; store: CountStore }) {
  const t = useMessages(steeringMessages);
  const { language } = useLanguage();
  const row = useRow(store, zone.code);
  if (row === undefined) return <p className="steered-inside">–</p>;
  return (
    <p className="steered-inside" data-over={row.flags.includes("over_capacity")}>
      {row.inside === null ? (
        <span title={t("notKnownHint")}>
          {t("inside")}: {t("notKnown")}
        </span>
      ) : (
        <>
          <strong>
            <Num value={row.inside} />
          </strong>{" "}
          {t("inside")}
          {zone.capacity !== null && ` ${t("capacity", { capacity: formatNumber(zone.capacity, language) })}`}
        </>
      )}
    </p>
  );
}

/** Names stand for as many as are worth reading on a phone. */
const MOST_NAMED = 6;

function Heard({ acknowledgement: { devices, have, missing } }: { acknowledgement: ZoneAcknowledgement }) {
  const t = useMessages(steeringMessages);
  const { language } = useLanguage();
  if (devices === 0) return <p className="steered-heard">{t("noDevices")}</p>;
  if (missing.length === 0) {
    return (
      <p className="steered-heard" data-all>
        <IconCheck size={17} aria-hidden /> {t("haveAll", { count: devices })}
      </p>
    );
  }
  return (
    <div className="steered-heard">
      <p>
        <IconClockExclamation size={17} aria-hidden /> {t("have", { have, count: devices })}
      </p>
      <p>
        {t("missing")}{" "}
        {missing.slice(0, MOST_NAMED).map(({ device, name, checkpoint, display, lastSeenAt }, index) => (
          <span key={device}>
            {index > 0 && " · "}
            <bdi>{name}</bdi> (<bdi>{checkpoint}</bdi>
            {display === "wall" && ` ${t("wall")}`},{" "}
            {lastSeenAt === null
              ? t("neverSeen")
              : t("lastSeen", { time: formatRelative(lastSeenAt, Date.now(), language) })}
            )
          </span>
        ))}
        {missing.length > MOST_NAMED && ` +${missing.length - MOST_NAMED}`}
      </p>
    </div>
  );
}
