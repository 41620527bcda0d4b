import { formatTime, useLanguage, useMessages } from "@abwab/ui";
import { IconPlugConnectedX } from "@tabler/icons-react";
import type { CountStore } from "./count-store.ts";
import { liveMessages } from "./live-messages.ts";
import { useCounts } from "./use-live-counts.ts";

/** Says plainly that what is shown is old, and that nobody has to do anything yet. */
export function StaleBanner({ store, timeZone }: { store: CountStore; timeZone: string }) {
  const t = useMessages(liveMessages);
  const { language } = useLanguage();
  const asOf = useCounts(store, (state) => state.snapshot?.asOf);
  if (asOf === undefined) return null;
  return (
    <div className="stale-banner" role="alert">
      <IconPlugConnectedX size={22} aria-hidden />
      {t("stale", { time: formatTime(asOf, language, { timeZone, seconds: true }) })}
    </div>
  );
}
