import { createCalendar } from "../calendar.ts";
import { slotTimes } from "./slot-times.ts";

const casablanca = createCalendar("Africa/Casablanca", "00:00");
const times = (days: string[], hours: { from: string; to: string; minutes: number }, calendar = casablanca) =>
  slotTimes(calendar, days, hours).map(({ from, to }) =>
    [from, to].map((instant) => new Date(instant).toISOString().slice(0, 16)),
  );

test("every half hour from nine to half past ten, of two days in their order", () => {
  expect(times(["2025-05-18", "2025-05-17"], { from: "09:00", to: "10:30", minutes: 30 })).toEqual([
    ["2025-05-17T08:00", "2025-05-17T08:30"],
    ["2025-05-17T08:30", "2025-05-17T09:00"],
    ["2025-05-17T09:00", "2025-05-17T09:30"],
    ["2025-05-18T08:00", "2025-05-18T08:30"],
    ["2025-05-18T08:30", "2025-05-18T09:00"],
    ["2025-05-18T09:00", "2025-05-18T09:30"],
  ]);
});

test("a day that is given twice has them once, and what would end too late is left out", () => {
  expect(times(["2025-05-17", "2025-05-17"], { from: "09:00", to: "10:20", minutes: 60 })).toEqual([
    ["2025-05-17T08:00", "2025-05-17T09:00"],
  ]);
});

test("past midnight", () => {
  expect(times(["2025-05-17"], { from: "23:00", to: "01:00", minutes: 60 })).toEqual([
    ["2025-05-17T22:00", "2025-05-17T23:00"],
    ["2025-05-17T23:00", "2025-05-18T00:00"],
  ]);
});

test("where the clock is put on at two, one hour less; where it is put back, one more", () => {
  const paris = createCalendar("Europe/Paris", "00:00");
  const night = { from: "01:00", to: "05:00", minutes: 60 };
  expect(times(["2025-03-30"], night, paris)).toHaveLength(3);
  expect(times(["2025-10-26"], night, paris)).toHaveLength(5);
});

test("in the night in which Morocco leaves the hour of Ramadan", () => {
  // 6 April 2025: at two o'clock UTC+0 it became three o'clock UTC+1.
  expect(times(["2025-04-06"], { from: "01:00", to: "05:00", minutes: 60 })).toEqual([
    ["2025-04-06T01:00", "2025-04-06T02:00"],
    ["2025-04-06T02:00", "2025-04-06T03:00"],
    ["2025-04-06T03:00", "2025-04-06T04:00"],
  ]);
});
