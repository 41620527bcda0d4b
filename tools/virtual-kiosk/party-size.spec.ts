import { largestParty, partySize } from "./party-size.ts";
import { seededRandom } from "./seeded-random.ts";

const sizes = (seed: string, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => partySize(random));
};

test("parties are whole people, from one to sixty", () => {
  const drawn = sizes("range", 20_000);
  expect(Math.min(...drawn)).toBe(1);
  expect(Math.max(...drawn)).toBe(largestParty);
  expect(drawn.every(Number.isInteger)).toBe(true);
});

test("there are individuals, families and groups", () => {
  const drawn = sizes("kinds", 10_000);
  const share = (is: (size: number) => boolean): number => drawn.filter(is).length / drawn.length;
  expect(share((size) => size <= 2)).toBeCloseTo(0.5, 1);
  expect(share((size) => size > 7)).toBeCloseTo(0.11, 1);
});

test("one seed gives one crowd, another seed another", () => {
  expect(sizes("a", 50)).toEqual(sizes("a", 50));
  expect(sizes("a", 50)).not.toEqual(sizes("b", 50));
});
