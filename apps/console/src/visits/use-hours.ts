import type { Edition } from "@abwab/contract";
import { formatTime, isolateLtr, useLanguage } from "@abwab/ui";

interface Span {
  startsAt: string;
  endsAt: string;
}

/** `09:00–09:30` in the edition's time, which reads from left to right in every language. */
export function useHours(edition: Edition): (span: Span) => string {
  const { language } = useLanguage();
  const style = { timeZone: edition.timeZone };
  return ({ startsAt, endsAt }) =>
    isolateLtr(`${formatTime(startsAt, language, style)}–${formatTime(endsAt, language, style)}`);
}
