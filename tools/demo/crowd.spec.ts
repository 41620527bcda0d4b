import { seededRandom } from "../virtual-kiosk/seeded-random.ts";
import { Crowd, crossingsOfAParty, type Crossing } from "./crowd.ts";
import { busyness } from "./day-curve.ts";
import type { Park, Place } from "./park.ts";

const place = (zone: string, doors: string[]): Place => ({ zone, entrances: doors, exits: doors, attraction: 200 });
const park: Park = {
  gates: [place("SITE", ["G1", "G2"])],
  attractions: [place("P01", ["P01-A", "P01-B"]), place("P02", ["P02-A"])],
};
const row = (zone: string, inside: number | null) => ({
  zone,
  inside,
  enteredToday: 0,
  exitedToday: 0,
  enteredEdition: 0,
  perMinute: 0,
  status: "open" as const,
  flags: [],
});

/** Parties arrive for a while, then everyone is waited for. */
function walk(seed: string, seconds: number, perSecond: number): Crossing[] {
  const crowd = new Crowd(park, seededRandom(seed));
  return Array.from({ length: seconds + 3_600 }, (_, second) =>
    crowd.next(second, second < seconds ? perSecond : 0),
  ).flat();
}
const sum = (crossings: Crossing[]): number => crossings.reduce((total, crossing) => total + crossing.headcount, 0);

test("everyone who comes into a zone leaves it again, and nobody leaves before coming in", () => {
  const inside = new Map<string, number>();
  for (const { checkpoint, direction, headcount } of walk("1", 600, 4)) {
    const zone = checkpoint.startsWith("G") ? "SITE" : checkpoint.slice(0, 3);
    const now = (inside.get(zone) ?? 0) + (direction === "in" ? headcount : -headcount);
    expect(now).toBeGreaterThanOrEqual(0);
    inside.set(zone, now);
  }
  expect([...inside.values()]).toEqual([0, 0, 0]);
});

test("a party makes as many crossings as the rate reckons with", () => {
  const parties = 2_000;
  expect(walk("2", 500, 4).length / parties).toBeCloseTo(crossingsOfAParty, 0);
});

test("crossings come in the order of time, within the second they are asked for", () => {
  const crowd = new Crowd(park, seededRandom("3"));
  for (let second = 0; second < 300; second += 1) {
    const times = crowd.next(second, 5).map((crossing) => crossing.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.every((at) => Math.floor(at / 1000) === second)).toBe(true);
  }
});

test("one seed gives one crowd, with groups and categories in it", () => {
  const crossings = walk("4", 300, 4);
  expect(crossings).toEqual(walk("4", 300, 4));
  expect(new Set(crossings.map((crossing) => crossing.category)).size).toBe(6);
  expect(Math.max(...crossings.map((crossing) => crossing.headcount))).toBeGreaterThan(17);
});

test("whoever was inside when the demo began goes on with the visit, then leaves, exactly", () => {
  const crowd = new Crowd(park, seededRandom("5"));
  crowd.adopt([row("SITE", 512), row("P01", 40), row("P02", null)], 100);
  const leaving = Array.from({ length: 3_600 }, (_, second) => crowd.next(100 + second, 0)).flat();
  const at = (zone: string): Crossing[] => leaving.filter(({ checkpoint }) => checkpoint.startsWith(zone));
  const balance = (crossings: Crossing[]): number =>
    sum(crossings.filter(({ direction }) => direction === "out")) -
    sum(crossings.filter(({ direction }) => direction === "in"));
  expect(at("G").every((crossing) => crossing.direction === "out")).toBe(true);
  expect([balance(at("G")), balance(at("P01")), balance(at("P02"))]).toEqual([512, 40, 0]);
});

test("a day has its busy hours and no hour stands still", () => {
  expect(busyness(3)).toBeGreaterThan(0.5);
  expect(busyness(17)).toBeGreaterThan(1);
  expect(busyness(11)).toBeGreaterThan(busyness(14) - 0.05);
  expect(busyness(0)).toBeCloseTo(busyness(24));
});
