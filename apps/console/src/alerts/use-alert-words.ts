import type { Alert, AlertTopic } from "@abwab/contract";
import { formatNumber, isolate, type Language, useLanguage, useMessages } from "@abwab/ui";
import { alertMessages } from "./alert-messages.ts";

/** A threshold, or what was measured, as its kind is read. */
export function shownMeasure(topic: AlertTopic, value: number, language: Language): string {
  if (topic === "occupancy") return formatNumber(value, language, { percent: true });
  return formatNumber(value, language, { decimals: topic === "unusual_pace" ? 1 : 0 });
}

/** What an alert says, in a sentence. */
export function useAlertWords(): (alert: Alert) => string {
  const t = useMessages(alertMessages);
  const { language } = useLanguage();
  return ({ topic, subject, measured, threshold }) =>
    t(subject.type === "devices" ? "devices_silent" : topic, {
      of: isolate(subject.name),
      measured: isolate(shownMeasure(topic, measured, language)),
      threshold: isolate(shownMeasure(topic, threshold, language)),
    });
}
