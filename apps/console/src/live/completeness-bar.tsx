import type { Edition } from "@abwab/contract";
import { ConnectionBadge, formatDate, formatTime, useLanguage, useMessages } from "@abwab/ui";
import { IconClock, IconDeviceTablet, IconDeviceTabletOff, IconHourglass } from "@tabler/icons-react";
import { Link } from "react-router";
import { CompletenessDevices } from "./completeness-devices.tsx";
import type { CountStore } from "./count-store.ts";
import { liveMessages } from "./live-messages.ts";
import { useCounts } from "./use-live-counts.ts";

export interface CompletenessBarProps {
  store: CountStore;
  edition: Edition;
  /** Whether the figures are of a past moment: who was silent then nobody knows, but what of it is still to come is. */
  isPast?: boolean;
}

/**
 * How complete the figures are (C4): as of when, who is silent, what still waits on the kiosks. Each part asks for its
 * own figure, so that a tick in which none of them differs re-renders nothing here.
 */
export function CompletenessBar({ store, edition, isPast = false }: CompletenessBarProps) {
  const t = useMessages(liveMessages);
  const { language } = useLanguage();
  const connection = useCounts(store, (state) => state.connection);
  const day = useCounts(store, (state) => state.snapshot?.day);
  const devices = useCounts(store, (state) => state.snapshot?.completeness.devices ?? 0);
  const silent = useCounts(store, (state) => state.snapshot?.completeness.silent ?? 0);
  const pending = useCounts(store, (state) => state.snapshot?.completeness.pending ?? 0);
  return (
    <div className="completeness">
      {!isPast && <ConnectionBadge state={connection} size="lg" />}
      {day !== undefined && (
        <>
          <span className="completeness-item">
            <IconClock size={17} aria-hidden />
            {t("asOf")} <AsOf store={store} timeZone={edition.timeZone} />
          </span>
          <span className="completeness-item completeness-day">{formatDate(day, language, "long")}</span>
          {isPast && <strong className="completeness-item">{t("knownToday")}</strong>}
          <Link className="completeness-item" to={`/devices/${edition.slug}`}>
            <IconDeviceTablet size={17} aria-hidden />
            {t("devices", { count: devices })}
          </Link>
          {silent > 0 && (
            <CompletenessDevices edition={edition} show="silent" icon={IconDeviceTabletOff}>
              {t("silent", { count: silent })}
            </CompletenessDevices>
          )}
          {pending > 0 && (
            <CompletenessDevices edition={edition} show="pending" icon={IconHourglass}>
              {t("pending", { count: pending })}
            </CompletenessDevices>
          )}
        </>
      )}
    </div>
  );
}

/** It changes with each second, and nothing round it does. */
function AsOf({ store, timeZone }: { store: CountStore; timeZone: string }) {
  const { language } = useLanguage();
  const time = useCounts(store, ({ snapshot }) =>
    snapshot === undefined ? "" : formatTime(snapshot.asOf, language, { timeZone, seconds: true }),
  );
  return <bdi className="abwab-number">{time}</bdi>;
}
