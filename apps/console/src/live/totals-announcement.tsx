import { useMessages } from "@abwab/ui";
import { useEffect, useState } from "react";
import type { CountStore } from "./count-store.ts";
import { liveMessages } from "./live-messages.ts";

/** A screen reader hears the totals this often, not four times a second. */
const SAY_MS = 60_000;

export function TotalsAnnouncement({ store }: { store: CountStore }) {
  const t = useMessages(liveMessages);
  const [totals, setTotals] = useState(() => store.state().snapshot?.totals);
  useEffect(() => {
    const timer = setInterval(() => setTotals(store.state().snapshot?.totals), SAY_MS);
    return () => clearInterval(timer);
  }, [store]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {totals && t("announcement", { visits: totals.visitsToday, pace: totals.visitsPerMinute })}
    </p>
  );
}
