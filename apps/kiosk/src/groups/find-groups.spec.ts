import { findGroups } from "./find-groups.ts";
import { expectedGroup } from "./testing/expected-group.ts";

const ibnSina = expectedGroup({ passCode: "AAAABBBBCCCC", startsAt: "2025-05-17T10:00:00Z" });
const annour = expectedGroup({
  passCode: "DDDDEEEEFFFF",
  nameAr: "مدرسة النّور الأهلية",
  nameFr: "École Annour",
  city: "Settat",
  startsAt: "2025-05-17T09:00:00Z",
});
const listed = [ibnSina, annour];
const found = (typed: string, groups = listed) => findGroups(groups, typed).map(({ visit }) => visit.passCode);

test.each([
  ["a part of the Arabic name, without its marks", "النور", "DDDDEEEEFFFF"],
  ["another form of its letters", "الاهليه", "DDDDEEEEFFFF"],
  ["the French name without accents", "ecole annour", "DDDDEEEEFFFF"],
  ["the city", "الدار", "AAAABBBBCCCC"],
  ["words of the name and the city in any order", "settat نور", "DDDDEEEEFFFF"],
  ["the code as it is printed", "dddd-eeee", "DDDDEEEEFFFF"],
])("a group is found by %s", (_, typed, code) => {
  expect(found(typed)).toEqual([code]);
});

it("finds nobody by a word that none has", () => {
  expect(found("مراكش")).toEqual([]);
});

it("has who is still to come first, in the order of their hours, and nobody who has called off", () => {
  const arrived = expectedGroup({ passCode: "GGGGHHHHJJJJ", state: "arrived", startsAt: "2025-05-17T08:00:00Z" });
  const cancelled = expectedGroup({ passCode: "KKKKMMMMNNNN", state: "cancelled" });
  expect(found("", [arrived, cancelled, ...listed])).toEqual(["DDDDEEEEFFFF", "AAAABBBBCCCC", "GGGGHHHHJJJJ"]);
});
