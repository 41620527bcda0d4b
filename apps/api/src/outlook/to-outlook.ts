import type { Outlook, OutlookRecord } from "@abwab/contract";
import {
  addDays,
  type DayCurve,
  type Estimate,
  nextMilestone,
  recordOf,
  referenceOf,
  whenReached,
} from "@abwab/domain";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { expectedCourse } from "./expected-course.ts";
import type { EarlierEdition, EarlierFigure } from "./outlook.repository.ts";
import { outlookSteps, STEP_MINUTES } from "./outlook-steps.ts";
import { type DayView, type OutlookReading, viewDay, viewEdition, visitsSoFar } from "./outlook-subject.ts";
import { passedMilestones, passedSums } from "./passed-sums.ts";

export type ComparedEdition = EarlierEdition & { configuration: EditionConfiguration };

/** What the edition's earlier ones give to compare with. */
interface Comparison {
  edition: ComparedEdition | undefined;
  figures: readonly EarlierFigure[];
}

/** The day asked for, and the edition's days up to it or to the running one. */
interface Shown {
  day: string;
  curves: readonly DayCurve[];
}

export function toOutlook(
  reading: OutlookReading,
  comparison: Comparison,
  { day: shown, curves }: Shown,
  version: number,
): Outlook {
  const { edition, now, currentDay } = reading;
  const current = viewDay(reading, currentDay);
  if (current === undefined) throw new RangeError(`${currentDay} is no day of the edition`);
  const view = shown === currentDay ? current : (viewDay(reading, shown) ?? dayToCome(reading, shown, curves));
  const total = viewEdition(reading, current);
  const sum = visitsSoFar(reading);
  const course = expectedCourse(reading, current, total?.later ?? []);
  const place = curves.findIndex(({ date }) => date === shown);
  const past = curves.slice(0, place).filter(({ date, total: visits }) => date < currentDay && visits > 0);
  const yesterday = referenceOf({ past });
  const earlier = reading.earlier[place];
  const next = nextMilestone(sum);
  return {
    edition: edition.slug,
    version,
    asOf: new Date(now).toISOString(),
    day: shown,
    currentDay,
    state: view.state,
    opensAt: new Date(view.curve.hours.from).toISOString(),
    closesAt: new Date(view.curve.hours.to).toISOString(),
    stepMinutes: STEP_MINUTES,
    steps: outlookSteps(
      view,
      { from: edition.calendar.startOf(shown), to: edition.calendar.startOf(addDays(shown, 1)) },
      { yesterday, typical: past, earlier },
    ),
    yesterday: yesterday ? compared(yesterday) : null,
    earlier:
      earlier && comparison.edition
        ? { edition: comparison.edition.slug, names: comparison.edition.names, ...compared(earlier) }
        : null,
    forecast: {
      day: view.forecast
        ? {
            ...estimateOf(view.forecast, view.soFar.counted),
            method: view.forecast.method,
            error: view.forecast.error,
          }
        : null,
      edition: total ? { ...estimateOf(total, sum), method: total.method } : null,
    },
    record: recordFor(reading, comparison.figures, course, sum),
    milestones: {
      passed: passedMilestones(reading, sum).map(({ visits, at }) => ({
        visits,
        passedAt: new Date(at).toISOString(),
      })),
      next: { visits: next, expectedAt: toTime(whenReached(course, next)) },
    },
  };
}

/** A day after the running one: only what it is compared with is known. */
function dayToCome({ now }: OutlookReading, date: string, curves: readonly DayCurve[]): DayView {
  const curve = curves.find((each) => each.date === date);
  if (curve === undefined) throw new RangeError(`${date} is no day of the edition`);
  const soFar = { date, hours: curve.hours, counted: curve.total, until: curve.until, now, past: [] };
  return { date, state: "before", curve, soFar, forecast: undefined };
}

function recordFor(
  reading: OutlookReading,
  figures: readonly EarlierFigure[],
  course: ReturnType<typeof expectedCourse>,
  sum: number,
): OutlookRecord | null {
  const record = recordOf(figures);
  if (record === undefined) return null;
  // It is passed by one more, not by as many.
  const target = record.value + 1;
  const passed = sum >= target ? passedSums(reading, [target])[0] : undefined;
  return {
    ...record,
    missing: Math.max(0, target - sum),
    passedAt: passed ? new Date(passed.at).toISOString() : null,
    expectedAt: sum >= target ? null : toTime(whenReached(course, target)),
  };
}

const estimateOf = ({ expected, low, high }: Estimate, counted: number) => ({ counted, expected, low, high });

const compared = ({ date, total }: DayCurve) => ({ date, visits: total });

const toTime = (at: number | null): string | null => (at === null ? null : new Date(Math.round(at)).toISOString());
