import { Visitors } from "./visitors.ts";

const place = (zone: string, doors: string[]) => ({ zone, entrances: doors, exits: doors, attraction: 200 });
const park = { gates: [place("SITE", ["G1"])], attractions: [place("P01", ["P01-A"]), place("P02", ["P02-A"])] };
const edition = { timeZone: "Africa/Casablanca", dayCutoff: "00:00" };
const second = (text: string): number => Date.parse(text) / 1000;

test("C2 after the cut-off nobody leaves who came before it", () => {
  const from = second("2026-07-01T22:00:00+01:00");
  const midnight = second("2026-07-02T00:00:00+01:00");
  const visitors = new Visitors(park, edition, "1", 20, from, []);
  for (let now = from; now < midnight; now += 1) visitors.next(now);
  const inside = new Map<string, number>();
  for (let now = midnight; now < midnight + 1_200; now += 1) {
    for (const { checkpoint, direction, headcount } of visitors.next(now)) {
      const count = (inside.get(checkpoint) ?? 0) + (direction === "in" ? headcount : -headcount);
      expect(count).toBeGreaterThanOrEqual(0);
      inside.set(checkpoint, count);
    }
  }
  expect(inside.get("G1")).toBeGreaterThan(0);
});

test("once a crowd is there, it crosses about as often as asked", () => {
  const from = second("2026-07-01T15:00:00+01:00");
  const visitors = new Visitors(park, edition, "1", 20, from, []);
  const counts = Array.from({ length: 7_200 }, (_, index) => visitors.next(from + index).length);
  const settled = counts.slice(3_600);
  const average = settled.reduce((sum, count) => sum + count, 0) / settled.length;
  expect(average).toBeGreaterThan(17);
  expect(average).toBeLessThan(22);
});
