import { programmeWords } from "../programme/programme-words.ts";
import type { StoredItem } from "../programme/stored-item.ts";
import type { ReportLanguage } from "./report-language.ts";

/** An item of the programme, with how many came in from its start to its end by the live tallies. */
export interface ZoneItem extends StoredItem {
  counted: number;
}

/** What took place in the zone. `showsCounted`: what is live may change, and is left out with all else that does. */
export function zoneProgramme(
  items: readonly ZoneItem[],
  showsCounted: boolean,
  { locale, format, time, words }: ReportLanguage,
) {
  const orDash = (value: number | null): string => (value === null ? "–" : format.number(value));
  return items.map(({ kind, names, startsAt, endsAt, expected, attended, counted }) => ({
    day: time.day(startsAt),
    hours: words.peakIn(time.hour(startsAt), time.hour(endsAt)),
    name: names[locale],
    kind: programmeWords[locale].kinds[kind],
    expected: orDash(expected),
    attended: orDash(attended),
    counted: showsCounted ? format.number(counted) : "–",
  }));
}
