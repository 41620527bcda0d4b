import { expectedAt, forecastDay } from "./choose-method.ts";
import { type CountedDay, curveOf, instantAt, placeOf } from "./day-curve.ts";
import { type DaySoFar, yesterdayShare } from "./day-forecast.ts";
import { bySort, forecastEdition, likeToday } from "./edition-forecast.ts";
import { milestonesUpTo, nextMilestone, recordOf, whenReached } from "./record.ts";

const HOUR = 3_600_000;
/** A day of ten hours from nine o'clock on, with what came in each. */
const day = (date: string, counts: readonly number[]): CountedDay => {
  const from = Date.parse(`${date}T09:00:00Z`);
  return { date, hours: { from, to: from + 10 * HOUR }, from, stepMs: HOUR, counts };
};
const even = Array.from({ length: 10 }, () => 100);
const soFar = (today: CountedDay, hours: number, past: readonly CountedDay[]): DaySoFar => {
  const curve = curveOf(today);
  const now = today.from + hours * HOUR;
  return {
    date: today.date,
    hours: today.hours,
    counted: curve.until(now),
    until: curve.until,
    now,
    past: past.map(curveOf),
  };
};

test("half as many as yesterday at the same hour is half of yesterday at closing", () => {
  const today = day(
    "2025-05-20",
    even.map((count) => count / 2),
  );
  expect(yesterdayShare(soFar(today, 4, [day("2025-05-19", even)]))?.expected).toBe(500);
});

test("a day that opens later is compared at the same place within its opening hours", () => {
  const { hours } = day("2025-05-20", even);
  const later = { from: hours.from + 2 * HOUR, to: hours.to + 2 * HOUR };
  expect([placeOf(hours, hours.from + 5 * HOUR), placeOf(later, later.from + 5 * HOUR)]).toEqual([0.5, 0.5]);
});

test("before anybody has come a day is taken for yesterday, and without any other day nothing is said", () => {
  const today = day(
    "2025-05-20",
    even.map(() => 0),
  );
  expect(yesterdayShare(soFar(today, 0, [day("2025-05-19", even)]))?.expected).toBe(1_000);
  expect(forecastDay(soFar(today, 0, []))).toBeUndefined();
});

test("the first day of a first edition is forecast by a made-up shape, once an eighth of it has passed", () => {
  const today = day("2025-05-17", even);
  expect(forecastDay(soFar(today, 1, []))).toBeUndefined();
  expect(forecastDay(soFar(today, 5, []))).toMatchObject({ method: "standard_shape" });
});

test("where the better method did not beat the baseline on both sorts of days, the baseline is used", () => {
  const error = { made: 0.1, replayed: 0.1 };
  const measured = (replayed: number) => [
    { place: 0.5, yesterdayShare: error, blend: { made: 0.05, replayed }, standardShape: error },
  ];
  const today = soFar(day("2025-05-20", even), 5, [day("2025-05-19", even)]);
  expect(forecastDay(today, measured(0.1))?.method).toBe("yesterday_share");
  expect(forecastDay(today, measured(0.09))?.method).toBe("blend");
});

test("a forecast lies within its range, never below what is counted, and the way to it never falls", () => {
  let state = 7;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let round = 0; round < 300; round += 1) {
    const made = (date: string) =>
      day(
        date,
        even.map(() => Math.floor(random() * 500)),
      );
    const today = made("2025-05-20");
    const past = random() < 0.2 ? [] : [made("2025-05-18"), made("2025-05-19")];
    const now = soFar(today, random() * 10, past);
    const forecast = forecastDay(now);
    if (forecast === undefined) continue;
    expect(forecast.low).toBeGreaterThanOrEqual(Math.floor(now.counted));
    expect(forecast.expected).toBeGreaterThanOrEqual(forecast.low);
    expect(forecast.high).toBeGreaterThanOrEqual(forecast.expected);
    const way = [0.2, 0.4, 0.6, 0.8, 1].map(
      (part) => expectedAt(now, forecast, now.now + part * (instantAt(now.hours, 1) - now.now)).expected,
    );
    expect(way).toEqual(way.toSorted((a, b) => a - b));
    expect(way.at(-1)).toBeCloseTo(forecast.expected, 3);
  }
});

describe("the edition", () => {
  const estimate = { expected: 100, low: 90, high: 110 };
  const edition = { before: [{ date: "2025-05-17", total: 300 }], date: "2025-05-19", day: estimate, earlier: [] };

  test("brings on each day to come what the known days of its sort did", () => {
    const later = ["2025-05-20", "2025-05-24"];
    expect(bySort({ ...edition, later }).later).toEqual([100, 300]);
    expect(likeToday({ ...edition, later }).later).toEqual([100, 100]);
  });

  test("goes as the earlier one went from day to day, where that had as many days", () => {
    const forecast = forecastEdition({ ...edition, later: ["2025-05-20"], earlier: [10, 20, 40] });
    expect(forecast).toMatchObject({ method: "as_earlier_edition", later: [200], expected: 600 });
  });

  test("is what was counted and the running day, when no day is to come", () => {
    expect(forecastEdition({ ...edition, later: [] })).toMatchObject({ expected: 400, low: 390, high: 410 });
  });
});

describe("the record", () => {
  test("is the highest published figure of visits or visitors; other metrics are no record", () => {
    const figures = [
      { metric: "visits", value: 5 },
      { metric: "visitors", value: 7 },
      { metric: "broadcast_views", value: 99 },
    ];
    expect(recordOf(figures)).toEqual({ metric: "visitors", value: 7 });
    expect(recordOf([{ metric: "schools", value: 3 }])).toBeUndefined();
  });

  test("is reached between two known points, evenly, or never", () => {
    const points = [
      { at: 0, sum: 100 },
      { at: 10, sum: 200 },
      { at: 20, sum: 200 },
    ];
    expect([150, 100, 201].map((target) => whenReached(points, target))).toEqual([5, 0, null]);
  });

  test("milestones are every hundred thousand", () => {
    expect(milestonesUpTo(250_000)).toEqual([100_000, 200_000]);
    expect([nextMilestone(0), nextMilestone(100_000), nextMilestone(-5)]).toEqual([100_000, 200_000, 100_000]);
  });
});
