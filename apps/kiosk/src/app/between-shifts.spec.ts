import type { DeviceConfiguration } from "@abwab/contract";
import { isBetweenShifts, type Work } from "./between-shifts.ts";

const edition = {
  timeZone: "Africa/Casablanca",
  dayCutoff: "00:00",
  days: [{ date: "2025-05-17", opensAt: "09:00", closesAt: "18:00" }],
} as DeviceConfiguration["edition"];
const noon = Date.parse("2025-05-17T11:00:00Z");
const night = Date.parse("2025-05-17T21:00:00Z");
const staffed = { edition, operators: [{ code: "A7", pinHash: null, badge: null }] };
const unstaffed = { edition, operators: [] };

const work = (change: Partial<Work>): Work => ({
  configuration: staffed,
  onDuty: false,
  startedAt: noon - 3_600_000,
  lastEntryAt: noon - 60_000,
  pending: 0,
  now: noon,
  ...change,
});

describe("isBetweenShifts", () => {
  it.each<[string, Partial<Work>, boolean]>([
    ["nobody is on duty", {}, true],
    ["somebody is on duty", { onDuty: true }, false],
    ["somebody is on duty at night", { onDuty: true, now: night }, false],
    ["something waits to be sent", { pending: 1 }, false],
    ["no sign-on is asked, during the hours", { configuration: unstaffed }, false],
    ["no sign-on is asked, outside the hours", { configuration: unstaffed, now: night }, true],
    ["no sign-on is asked, right after the start", { configuration: unstaffed, startedAt: noon - 1_000 }, true],
    [
      "no sign-on is asked, right after the start, and somebody has tapped",
      { configuration: unstaffed, startedAt: noon - 1_000, lastEntryAt: noon - 500 },
      false,
    ],
  ])("%s", (_, change, expected) => {
    expect(isBetweenShifts(work(change))).toBe(expected);
  });
});
