import type { Edition } from "@abwab/contract";
import { ConnectionBadge, formatDate, formatTime, useLanguage, useMessages } from "@abwab/ui";
import { IconClock, IconDeviceTablet, IconDeviceTabletOff, IconHourglass } from "@tabler/icons-react";
import { Link } from "react-router";
import { CompletenessDevices } from "./completeness-devices.tsx";
import type { CountStore } from "./count-store.ts";
import { liveMessages } from "./live-messages.ts";
import { useCounts } from "./use-live-counts.ts";

/** How complete the figures are (C4): as of when, who is silent, what still waits on the kiosks. */
export function CompletenessBar({ store, edition }: { store: CountStore; edition: Edition }) {
  const t = useMessages(liveMessages);
  const { language } = useLanguage();
  const connection = useCounts(store, (state) => state.connection);
  const snapshot = useCounts(store, (state) => state.snapshot);
  return (
    <div className="completeness">
      <ConnectionBadge state={connection} size="lg" />
      {snapshot && (
        <>
          <span className="completeness-item">
            <IconClock size={17} aria-hidden />
            {t("asOf")}{" "}
            <bdi className="abwab-number">
              {formatTime(snapshot.asOf, language, { timeZone: edition.timeZone, seconds: true })}
            </bdi>
          </span>
          <span className="completeness-item completeness-day">{formatDate(snapshot.day, language, "long")}</span>
          <Link className="completeness-item" to={`/devices/${edition.slug}`}>
            <IconDeviceTablet size={17} aria-hidden />
            {t("devices", { count: snapshot.completeness.devices })}
          </Link>
          {snapshot.completeness.silent > 0 && (
            <CompletenessDevices edition={edition} show="silent" icon={IconDeviceTabletOff}>
              {t("silent", { count: snapshot.completeness.silent })}
            </CompletenessDevices>
          )}
          {snapshot.completeness.pending > 0 && (
            <CompletenessDevices edition={edition} show="pending" icon={IconHourglass}>
              {t("pending", { count: snapshot.completeness.pending })}
            </CompletenessDevices>
          )}
        </>
      )}
    </div>
  );
}
