import { OriginSample } from "./origin-sample.ts";

function storage(): Pick<Storage, "getItem" | "setItem"> {
  const items = new Map<string, string>();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}
const draw = (sample: OriginSample, every: number, visitors: number) =>
  Array.from({ length: visitors }, () => sample.isNext(every));

describe("the sample of visitors who are asked", () => {
  it("is one of every n, also across reloads", () => {
    const kept = storage();
    const drawn = [...draw(new OriginSample("a", kept), 5, 12), ...draw(new OriginSample("a", kept), 5, 13)];
    const asked = drawn.flatMap((isAsked, index) => (isAsked ? [index] : []));
    expect(asked).toHaveLength(5);
    expect(asked.slice(1).map((index, i) => index - (asked[i] ?? 0))).toEqual([5, 5, 5, 5]);
  });

  it("begins at another visitor on another kiosk", () => {
    const firsts = ["a", "b", "c", "d", "e"].map((id) => draw(new OriginSample(id, storage()), 50, 50).indexOf(true));
    expect(new Set(firsts).size).toBeGreaterThan(1);
  });

  it("is nobody where the organisers ask nobody", () => {
    expect(draw(new OriginSample("a", storage()), 0, 100)).not.toContain(true);
  });
});
