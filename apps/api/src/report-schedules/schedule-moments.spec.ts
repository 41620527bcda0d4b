import { createCalendar } from "@abwab/domain";
import { momentsDue, nextMoment, scheduledMoments } from "./schedule-moments.ts";

const day = (date: string, opensAt = "09:00", closesAt = "21:00") => ({ date, opensAt, closesAt });
const held = (days: ReturnType<typeof day>[], cutoff = "00:00", timeZone = "Africa/Casablanca") => ({
  days,
  calendar: createCalendar(timeZone, cutoff),
});
const times = (...given: Parameters<typeof scheduledMoments>) =>
  scheduledMoments(...given).map(({ day: of, at }) => [of, new Date(at).toISOString()]);
const at = (text: string): number => Date.parse(text);

describe("when reports are sent by themselves (E7)", () => {
  it("is each day's closing hour in the edition's time zone, and so many minutes after it", () => {
    expect(times(held([day("2025-05-18"), day("2025-05-17")]), { moment: "closing", offsetMinutes: 30 })).toEqual([
      ["2025-05-17", "2025-05-17T20:30:00.000Z"],
      ["2025-05-18", "2025-05-18T20:30:00.000Z"],
    ]);
  });

  it("is the closing on the next date where a day crosses midnight, and of the evening before", () => {
    const late = held([day("2025-05-17", "18:00", "02:00")], "04:00");
    expect(times(late, { moment: "closing", offsetMinutes: 0 })).toEqual([["2025-05-17", "2025-05-18T01:00:00.000Z"]]);
    expect(times(late, { moment: "cutoff", offsetMinutes: 0 })).toEqual([["2025-05-17", "2025-05-18T03:00:00.000Z"]]);
  });

  it("keeps to the wall clock when Ramadan ends and the clock goes on by an hour", () => {
    expect(times(held([day("2025-04-05"), day("2025-04-06")]), { moment: "closing", offsetMinutes: 0 })).toEqual([
      ["2025-04-05", "2025-04-05T21:00:00.000Z"],
      ["2025-04-06", "2025-04-06T20:00:00.000Z"],
    ]);
  });

  it("is the last closing alone at the end of the edition, in whatever order its days stand", () => {
    const three = held([day("2025-05-21"), day("2025-05-17"), day("2025-05-18")]);
    expect(times(three, { moment: "end", offsetMinutes: 0 })).toEqual([["2025-05-21", "2025-05-21T20:00:00.000Z"]]);
  });

  it("is never what was before the schedule was made", () => {
    const two = held([day("2025-05-17"), day("2025-05-18")]);
    const planned = { moment: "closing", offsetMinutes: 0 } as const;
    const due = (after: string, now: string) => momentsDue(two, planned, at(after), at(now)).map((each) => each.day);
    expect(due("2025-05-17T20:00:01Z", "2025-05-17T23:00:00Z")).toEqual([]);
    expect(due("2025-05-17T19:59:59Z", "2025-05-17T19:59:59.999Z")).toEqual([]);
    expect(due("2025-05-17T19:59:59Z", "2025-05-17T20:00:00Z")).toEqual(["2025-05-17"]);
  });

  it("is nothing any more after the last one", () => {
    const two = held([day("2025-05-17"), day("2025-05-18")]);
    const planned = { moment: "closing", offsetMinutes: 0 } as const;
    expect(nextMoment(two, planned, at("2025-05-17T20:00:00Z"))?.day).toBe("2025-05-18");
    expect(nextMoment(two, planned, at("2025-05-18T20:00:00Z"))).toBeUndefined();
  });
});
