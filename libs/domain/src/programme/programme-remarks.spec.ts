import { remarksOn } from "./programme-remarks.ts";

const MINUTE = 60_000;
const item = (id: string, from: number, to: number, given: object = {}) => ({
  id,
  zone: "HALL1",
  startsAt: from * MINUTE,
  endsAt: to * MINUTE,
  speakers: [] as { name: string; affiliation: string | null }[],
  expected: null as number | null,
  ...given,
});
const hall = { capacity: 100, open: [{ from: 0, to: 600 * MINUTE }] };
const speakers = (name: string) => ({ speakers: [{ name, affiliation: null }] });

describe("remarks on an item of the programme", () => {
  it("say nothing of items that follow each other in one hall", () => {
    const first = item("a", 0, 60);
    expect(remarksOn(first, [first, item("b", 60, 120)], hall)).toEqual([]);
  });

  it("name what takes place in the same hall at the same time", () => {
    expect(remarksOn(item("a", 0, 60), [item("b", 59, 120), item("c", 30, 40, { zone: "HALL2" })], hall)).toEqual([
      { code: "hall_clash", with: ["b"] },
    ]);
  });

  it("name a speaker who is to be in two places, however the name is spaced", () => {
    const other = item("b", 30, 90, { zone: "HALL2", ...speakers("salma  BENNIS ") });
    expect(remarksOn(item("a", 0, 60, speakers("Salma Bennis")), [other], hall)).toEqual([
      { code: "speaker_clash", speaker: "Salma Bennis", with: ["b"] },
    ]);
  });

  it("say by how many more are expected than the hall holds", () => {
    expect(remarksOn(item("a", 0, 60, { expected: 130 }), [], hall)).toEqual([{ code: "over_capacity", over: 30 }]);
    expect(remarksOn(item("a", 0, 60, { expected: 100 }), [], hall)).toEqual([]);
    expect(remarksOn(item("a", 0, 60, { expected: 130 }), [], { ...hall, capacity: null })).toEqual([]);
  });

  it("say that it is outside the edition's hours", () => {
    expect(remarksOn(item("a", 590, 610), [], hall)).toEqual([{ code: "outside_hours" }]);
  });
});
