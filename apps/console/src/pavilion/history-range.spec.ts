import type { Edition } from "@abwab/contract";
import { ALL_DAYS, historyRange } from "./history-range.ts";

const edition: Edition = {
  slug: "open-days",
  names: { ar: "أ", fr: "a", en: "a" },
  city: "Rabat",
  venue: "Park",
  timeZone: "Africa/Casablanca",
  dayCutoff: "00:00",
  days: [
    { date: "2025-05-17", opensAt: "09:00", closesAt: "21:00" },
    { date: "2025-05-18", opensAt: "18:00", closesAt: "02:00" },
  ],
  status: "open",
  public: false,
  categories: [],
  originSample: 0,
  pupilsPerAdult: null,
  published: [],
};

const afterwards = Date.parse("2025-06-01T00:00:00Z");

describe("the time a chart asks for", () => {
  it("is a day from an hour before it opens to an hour after it closes, in the edition's zone", () => {
    expect(historyRange(edition, { day: "2025-05-17", step: "10m", by: "flow" }, afterwards)).toEqual({
      from: "2025-05-17T07:00:00.000Z",
      to: "2025-05-17T21:00:00.000Z",
      step: "10m",
    });
  });

  it("ends with the hour that fills now while the day is under way", () => {
    const now = Date.parse("2025-05-17T15:20:00Z");
    const range = historyRange(edition, { day: "2025-05-17", step: "10m", by: "flow" }, now);
    expect(range.to).toBe("2025-05-17T16:00:00.000Z");
  });

  it("goes past midnight with a day that closes after it", () => {
    expect(historyRange(edition, { day: "2025-05-18", step: "10m", by: "flow" }, afterwards).to).toBe(
      "2025-05-19T01:00:00.000Z",
    );
  });

  it("is by the day when all days are asked for", () => {
    expect(historyRange(edition, { day: ALL_DAYS, step: "10m", by: "flow" }, afterwards)).toEqual({
      from: "2025-05-16T23:00:00.000Z",
      to: "2025-05-18T23:00:00.000Z",
      step: "1d",
    });
  });
});
