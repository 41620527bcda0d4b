import { representedFigures, type RepresentedRow } from "./represented-figures.ts";

const row = (type: RepresentedRow["type"], kind: RepresentedRow["kind"], arrived: number): RepresentedRow => ({
  type,
  kind,
  invited: 10,
  booked: 6,
  arrived,
  pupils: arrived * 40,
  adults: arrived * 2,
});

it("puts each type above its kinds and all together at the end", () => {
  const lines = representedFigures([row("media", "radio", 1), row("school", "public", 4), row("school", "private", 2)]);
  expect(lines.map(({ key, arrived }) => [key, arrived])).toEqual([
    ["school", 6],
    ["school-public", 4],
    ["school-private", 2],
    ["media", 1],
    ["media-radio", 1],
    ["all", 7],
  ]);
});

it("leaves out the kinds of a type that has none", () => {
  expect(representedFigures([row("civil_society", null, 3)]).map(({ key }) => key)).toEqual(["civil_society", "all"]);
});
