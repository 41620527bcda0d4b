import { exceedsRatio, visitState, type VisitFacts } from "./visit-state.ts";

const at = (hour: string): number => Date.parse(`2025-05-17T${hour}:00Z`);
const facts: VisitFacts = { cancelled: false, planned: 300, arrived: 0, startsAt: at("09:00"), overAt: at("23:00") };

test.each<[string, Partial<VisitFacts>, string, string]>([
  ["the evening before", {}, "00:00", "expected"],
  ["at its hour", {}, "09:00", "expected"],
  ["a moment before a quarter past", {}, "09:14", "expected"],
  ["a quarter of an hour after it", {}, "09:15", "late"],
  ["in the evening", {}, "22:59", "late"],
  ["when the day is over", {}, "23:00", "no_show"],
  ["with one bus there before its hour", { arrived: 100 }, "08:50", "partly_arrived"],
  ["with one bus there, late", { arrived: 100 }, "09:40", "partly_arrived"],
  ["with two of three buses when the day is over", { arrived: 200 }, "23:30", "partly_arrived"],
  ["with all there", { arrived: 300 }, "09:40", "arrived"],
  ["with more than were planned", { arrived: 312 }, "23:30", "arrived"],
  ["without an hour, in the evening", { startsAt: null }, "22:59", "expected"],
  ["without an hour, when the day is over", { startsAt: null }, "23:00", "no_show"],
  ["cancelled", { cancelled: true }, "09:40", "cancelled"],
  ["cancelled, and come all the same", { cancelled: true, arrived: 12 }, "09:40", "cancelled"],
])("a visit of 300 for nine o’clock, %s", (_, given, hour, state) => {
  expect(visitState({ ...facts, ...given }, at(hour))).toBe(state);
});

test.each([
  [20, 1, 20, false],
  [21, 1, 20, true],
  [40, 2, 20, false],
  [1, 0, 20, true],
  [0, 0, 20, false],
  [0, 12, 20, false],
  [900, 0, null, false],
])("%i pupils with %i adults, at most %s each: exceeded %s", (pupils, adults, limit, exceeded) => {
  expect(exceedsRatio({ pupils, adults }, limit)).toBe(exceeded);
});
