import {
  blend,
  bySort,
  curveOf,
  type CountedDay,
  type DayCurve,
  type DaySoFar,
  type Estimate,
  type EditionSoFar,
  instantAt,
  likeToday,
  standardDay,
  yesterdayShare,
} from "@abwab/domain";

/** Where in the opening hours a forecast is asked for. */
export const places = [0.25, 0.5, 0.75] as const;
export type Place = (typeof places)[number];

export const dayMethodsTried = { yesterdayShare, blend, standardShape: standardDay } as const;
export type MethodTried = keyof typeof dayMethodsTried;
export const editionMethodsTried = { likeToday, bySort } as const;
export type EditionMethodTried = keyof typeof editionMethodsTried;

export interface Score {
  /** Mean of the absolute errors, each as a share of the day's total (MAPE). */
  readonly error: number;
  /** Share of the totals that lay within the range; it means to hold four of five. */
  readonly coverage: number;
  readonly forecasts: number;
}

interface Case {
  readonly estimate: Estimate;
  readonly total: number;
}

/** Forecasts of every day but the first of its edition: at a place, by a method, from what was known then. */
export function scoreDays(
  editions: readonly (readonly CountedDay[])[],
  method: MethodTried,
  place: Place,
  asked: (day: CountedDay) => boolean = () => true,
): Score {
  return score(
    editions.flatMap((days) => {
      const curves = days.map(curveOf);
      return days.flatMap((day, index) => {
        const curve = curves[index];
        if (curve === undefined || index === 0 || curve.total <= 0 || !asked(day)) return [];
        // The made-up shape is for who has no earlier day: it is shown none.
        const past = method === "standardShape" ? [] : curves.slice(0, index);
        const estimate = dayMethodsTried[method](soFar(curve, place, past));
        return estimate ? [{ estimate, total: curve.total }] : [];
      });
    }),
  );
}

/** Forecasts of editions' totals on each day between the first and the last, at half of it. */
export function scoreEditions(editions: readonly (readonly CountedDay[])[], method: EditionMethodTried): Score {
  return score(
    editions.flatMap((days) => {
      const curves = days.map(curveOf);
      const total = curves.reduce((sum, day) => sum + day.total, 0);
      return curves.slice(1, -1).flatMap((curve, index) => {
        const past = curves.slice(0, index + 1);
        const day = yesterdayShare(soFar(curve, 0.5, past));
        if (day === undefined || total <= 0) return [];
        const later = curves.slice(index + 2).map(({ date }) => date);
        const edition: EditionSoFar = { before: past, date: curve.date, day, later, earlier: [] };
        return [{ estimate: editionMethodsTried[method](edition), total }];
      });
    }),
  );
}

function soFar(curve: DayCurve, place: Place, past: readonly DayCurve[]): DaySoFar {
  const now = instantAt(curve.hours, place);
  return { date: curve.date, hours: curve.hours, counted: curve.until(now), until: curve.until, now, past };
}

function score(cases: readonly Case[]): Score {
  const mean = (figure: (each: Case) => number): number =>
    cases.reduce((sum, each) => sum + figure(each), 0) / Math.max(cases.length, 1);
  return {
    error: mean(({ estimate, total }) => Math.abs(estimate.expected - total) / total),
    coverage: mean(({ estimate, total }) => (estimate.low <= total && total <= estimate.high ? 1 : 0)),
    forecasts: cases.length,
  };
}
