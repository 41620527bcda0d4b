import { createCalendar } from "@abwab/domain";
import type { Edition } from "@abwab/contract";
import { addEntered, curveOf, hourBefore, trailWindow, type Trail } from "./trail.ts";

const MINUTE = 60_000;
const edition: Edition = {
  slug: "open-days",
  names: { ar: "أ", fr: "a", en: "a" },
  city: "Rabat",
  venue: "Park",
  timeZone: "Africa/Casablanca",
  dayCutoff: "00:00",
  days: [{ date: "2025-05-17", opensAt: "09:00", closesAt: "21:00" }],
  status: "open",
  public: false,
  categories: [],
  originSample: 0,
  pupilsPerAdult: null,
  published: [],
};
const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
const noon = Date.parse("2025-05-17T11:00:30Z");
const live = (values: number[], to: number): Trail => ({
  window: { from: to - values.length * MINUTE, to, step: "1m", stepMs: MINUTE, live: true },
  values,
});

describe("a tile's small curve", () => {
  it("shows the last hour by the minute while its day is under way", () => {
    const window = trailWindow(edition, calendar, "2025-05-17", noon);
    expect(new Date(window.to).toISOString()).toBe("2025-05-17T11:01:00.000Z");
    expect([window.step, (window.to - window.from) / MINUTE]).toEqual(["1m", 61]);
  });

  it("shows the opening hours of a day that is over", () => {
    const window = trailWindow(edition, calendar, "2025-05-17", noon + 10 * 86_400_000);
    expect([new Date(window.from).toISOString(), new Date(window.to).toISOString()]).toEqual([
      "2025-05-17T08:00:00.000Z",
      "2025-05-17T20:00:00.000Z",
    ]);
  });

  it("of a past moment is of the hour before it, and fills no more", () => {
    const window = hourBefore(Date.parse("2025-05-17T11:00:30Z"));
    expect([new Date(window.from).toISOString(), new Date(window.to).toISOString(), window.live]).toEqual([
      "2025-05-17T10:00:00.000Z",
      "2025-05-17T11:00:00.000Z",
      false,
    ]);
  });

  it("adds what enters to the minute that fills now", () => {
    expect(addEntered(live([1, 2], 2 * MINUTE), 5, 90_000).values).toEqual([1, 7]);
  });

  it("moves on with the clock, empty minutes included", () => {
    expect(addEntered(live([1, 2, 3], 3 * MINUTE), 4, 4 * MINUTE + 1).values).toEqual([3, 0, 4]);
  });

  it("leaves the minute that still fills out of what it draws", () => {
    expect(curveOf(live([4, 4, 4, 0], 4 * MINUTE))).toEqual([4, 4, 4]);
  });
});
