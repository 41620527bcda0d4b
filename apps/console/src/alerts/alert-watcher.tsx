import type { Alert } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { alertMessages } from "./alert-messages.ts";
import { unresolvedAlertsQuery } from "./alert-queries.ts";
import { ring, useAlertSound } from "./alert-sound.ts";
import { useAlertWords } from "./use-alert-words.ts";

const ranks = { info: 0, warning: 1, critical: 2 } as const;

/** Those that this screen had not shown, the gravest first. What came back within its quiet period doesn't ring. */
export function newAlerts(seen: ReadonlySet<string>, alerts: readonly Alert[]): Alert[] {
  return alerts
    .filter(({ id, state, returns }) => state === "open" && returns === 0 && !seen.has(id))
    .toSorted((a, b) => ranks[b.severity] - ranks[a.severity]);
}

/** On every page: says a new alert to who can't see it, and sounds where that is switched on. */
export default function AlertWatcher({ slug }: { slug: string }) {
  const t = useMessages(alertMessages);
  const words = useAlertWords();
  const [sound] = useAlertSound();
  const { data } = useQuery(unresolvedAlertsQuery(slug));
  const seen = useRef<Set<string>>(undefined);
  const [latest, setLatest] = useState<Alert>();
  useEffect(() => {
    if (data === undefined) return;
    const fresh = seen.current === undefined ? [] : newAlerts(seen.current, data);
    seen.current ??= new Set();
    for (const { id } of data) seen.current.add(id);
    const [gravest] = fresh;
    if (gravest === undefined) return;
    setLatest(gravest);
    if (sound) ring(gravest.severity);
  }, [data, sound]);
  return <VisuallyHidden role="status">{latest !== undefined && t("newOne", { text: words(latest) })}</VisuallyHidden>;
}
