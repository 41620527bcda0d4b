import type { PassWords } from "./pass-words.ts";
import type { PrintedTime } from "./printed-time.ts";

/** When a pass is good, a line for each bound. Where a bound is midnight the day alone is said. */
export function validityLines(
  { validFrom, validUntil }: { validFrom: string | null; validUntil: string | null },
  words: PassWords,
  time: PrintedTime,
): string[] {
  const from = validFrom === null ? null : Date.parse(validFrom);
  const until = validUntil === null ? null : Date.parse(validUntil);
  const isMidnight = (instant: number): boolean => time.hour(instant) === "00:00";
  // Exclusive: what ends at midnight is good on the day before.
  const lastDay = until !== null && isMidnight(until) ? time.date(until - 1) : null;
  const firstDay = from !== null && isMidnight(from) ? time.date(from) : null;
  if (firstDay !== null && firstDay === lastDay) return [words.on(firstDay)];
  return [
    ...(from === null ? [] : [words.from(firstDay ?? time.moment(from))]),
    ...(until === null ? [] : [words.until(lastDay ?? time.moment(until))]),
  ];
}
