import { fromBits, toBits } from "./bit-flags.ts";

const order = ["first", "second", "third"] as const;

test("the first flag is bit 1, and what was packed is unpacked in order", () => {
  expect(toBits(order, ["third", "first"])).toBe(5);
  expect(fromBits(order, 5)).toEqual(["first", "third"]);
  expect(fromBits(order, 0)).toEqual([]);
});
