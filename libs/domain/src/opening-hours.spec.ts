import { createCalendar } from "./calendar.ts";
import { dayShown, isWithin, openIntervals, resetsDue } from "./opening-hours.ts";

const calendar = createCalendar("Africa/Casablanca", "00:00");
const at = (text: string): number => Date.parse(text);
const day = (date: string, opensAt = "09:00", closesAt = "21:00") => ({ date, opensAt, closesAt });

describe("opening hours", () => {
  test("hold from opening and end before closing", () => {
    const open = openIntervals(calendar, [day("2025-05-17")]);
    expect(isWithin(open, at("2025-05-17T07:59:59.999Z"))).toBe(false);
    expect(isWithin(open, at("2025-05-17T08:00:00Z"))).toBe(true);
    expect(isWithin(open, at("2025-05-17T19:59:59.999Z"))).toBe(true);
    expect(isWithin(open, at("2025-05-17T20:00:00Z"))).toBe(false);
  });

  test("a closing hour not after the opening one is on the next date", () => {
    const open = openIntervals(calendar, [day("2025-05-17", "18:00", "02:00")]);
    expect(isWithin(open, at("2025-05-18T00:59:00Z"))).toBe(true);
    expect(isWithin(open, at("2025-05-18T01:00:00Z"))).toBe(false);
  });

  test("equal hours are around the clock", () => {
    expect(openIntervals(calendar, [day("2025-05-17", "00:00", "00:00")])).toEqual([
      { from: at("2025-05-16T23:00:00Z"), to: at("2025-05-17T23:00:00Z") },
    ]);
  });
});

describe("the day that live figures speak of", () => {
  const days = [day("2025-05-18"), day("2025-05-17"), day("2025-05-20")];

  test.each([
    ["today, when it is one of the edition's", "2025-05-18T10:00:00Z", "2025-05-18"],
    ["else its latest before now", "2025-05-19T10:00:00Z", "2025-05-18"],
    ["also long after the end", "2026-01-01T10:00:00Z", "2025-05-20"],
    ["else its first", "2025-01-01T10:00:00Z", "2025-05-17"],
  ])("is %s", (_, now, expected) => {
    expect(dayShown(calendar, days, at(now))).toBe(expected);
  });
});

describe("C2: the reset at the day's cut-off", () => {
  const days = [day("2025-05-17"), day("2025-05-18")];
  const due = (createdAt: string, now: string) =>
    resetsDue(calendar, days, at(createdAt), at(now)).map((reset) => reset.day);

  test("is due for each day of the edition that has begun, and once after the last", () => {
    expect(due("2025-05-01T00:00:00Z", "2025-05-30T00:00:00Z")).toEqual(["2025-05-17", "2025-05-18", "2025-05-19"]);
    expect(due("2025-05-01T00:00:00Z", "2025-05-17T12:00:00Z")).toEqual(["2025-05-17"]);
  });

  test("is not due for a cut-off before the edition was there", () => {
    expect(due("2025-05-17T12:00:00Z", "2025-05-18T12:00:00Z")).toEqual(["2025-05-18"]);
    expect(due("2025-06-01T00:00:00Z", "2025-06-02T00:00:00Z")).toEqual([]);
  });
});
