import { growth } from "./page.ts";

const reading = (second: number, kilobytes: number) => ({
  second,
  usedBytes: kilobytes * 1024,
  nodes: 0,
  listeners: 0,
});

it("growth is what is added each minute, once caches have filled", () => {
  const filling = [reading(0, 100), reading(60, 900), reading(120, 1_000)];
  const steady = [180, 240, 300, 360, 420, 480].map((second) => reading(second, 1_000 + second / 30));
  expect(growth([...filling, ...steady])).toBeCloseTo(2);
  expect(growth([reading(0, 5)])).toBe(0);
});
