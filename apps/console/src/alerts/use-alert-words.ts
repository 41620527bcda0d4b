import type { Alert, AlertTopic, NamedAlertSubject } from "@abwab/contract";
import { formatNumber, isolate, isolateLtr, type Language, localName, useLanguage, useMessages } from "@abwab/ui";
import { alertMessages } from "./alert-messages.ts";

/** Whether a kind measures shares of a whole, which are read and typed as percents. */
export const isShare = (topic: AlertTopic): boolean => topic === "occupancy" || topic === "battery_low";

/** A threshold, or what was measured, as its kind is read. */
export function shownMeasure(topic: AlertTopic, value: number, language: Language): string {
  if (isShare(topic)) return formatNumber(value, language, { percent: true });
  return formatNumber(value, language, { decimals: topic === "unusual_pace" ? 1 : 0 });
}

/** What an alert is about, as people call it, with the code by which it is found on signs and lists. */
function subjectWords({ type, name, names, zone, zoneNames }: NamedAlertSubject, language: Language): string {
  const own = names === null ? name : localName(names, language);
  const called = names === null || own === name ? isolate(own) : `${isolate(own)} (${isolateLtr(name)})`;
  // A device is looked for in its zone.
  if (type !== "device" || zone === null) return called;
  return `${called} · ${isolate(zoneNames === null ? zone : localName(zoneNames, language))}`;
}

/** What an alert says, in a sentence. */
export function useAlertWords(): (alert: Alert) => string {
  const t = useMessages(alertMessages);
  const { language } = useLanguage();
  return ({ topic, subject, measured, threshold }) =>
    t(subject.type === "devices" ? "devices_silent" : topic, {
      of: subjectWords(subject, language),
      measured: isolate(shownMeasure(topic, measured, language)),
      threshold: isolate(shownMeasure(topic, threshold, language)),
    });
}
