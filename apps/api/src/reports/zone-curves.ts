import { dayCurve } from "./day-curve.ts";
import type { ReportLanguage } from "./report-language.ts";
import type { ZoneReading } from "./zone-document.ts";

/** Curves that one report draws; of more days it draws the busiest. */
const MOST_CURVES = 12;

/** The curves of the days on which anything was counted, or of the one that was asked for. */
export function zoneCurves({ facts, hours, day: asked }: ZoneReading, language: ReportLanguage) {
  const { format, zone } = language;
  const drawable = facts.days.filter(({ date, entered }) => (asked === undefined ? entered !== 0 : date === asked));
  const drawn = new Set(
    drawable.toSorted((a, b) => b.visits - a.visits || (a.date < b.date ? -1 : 1)).slice(0, MOST_CURVES),
  );
  return {
    curves: drawable
      .filter((day) => drawn.has(day))
      .map(({ date, course }) => {
        const curve = course?.quarters.map(({ at, entered }) => ({ at, visits: entered })) ?? null;
        const peak = course?.day.peak ?? null;
        return {
          day: format.day(date),
          chart: dayCurve({ curve, peak: peak && { at: peak.at, visits: peak.entered } }, hours.get(date), language),
          note: course === null ? zone.texts.courseMissing : language.words.texts.noEntries,
        };
      }),
    otherCurves: drawable.length > drawn.size ? zone.otherCurves(format.number(drawable.length - drawn.size)) : null,
  };
}
