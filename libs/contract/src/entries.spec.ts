import { newEntry } from "./entries.ts";

const entry = {
  id: "0196DF00-0000-7000-8000-000000000000",
  direction: "in",
  headcount: 1,
  occurredAt: "2025-05-17T10:00:00+01:00",
};
const accepts = (change: object): boolean => newEntry.safeParse({ ...entry, ...change }).success;

test("an entry may leave out its category and its claim", () => {
  expect(newEntry.parse(entry)).toMatchObject({ category: "public", claim: "happened" });
});

test.each([
  ["a headcount from 1 to 1,000", "headcount", [1, 1000], [0, 1001, 1.5, "1", null]],
  [
    "an id that is a UUID of any version",
    "id",
    ["00000000-0000-4000-8000-000000000000", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"],
    ["", "1", 5],
  ],
  [
    "an instant with an offset",
    "occurredAt",
    ["2025-05-17T10:00:00Z", "2025-05-17T10:00:00.123456+01:00", "1970-01-01T00:00:00Z"],
    ["2025-05-17T10:00:00", "2025-05-17", "2025-02-29T10:00:00Z", "1899-12-31T23:59:59Z", 1747476000],
  ],
  ["a direction", "direction", ["in", "out"], ["IN", "", "both"]],
])("takes %s and nothing else", (_, field, good, bad) => {
  expect(good.filter((value) => !accepts({ [field]: value }))).toEqual([]);
  expect(bad.filter((value) => accepts({ [field]: value }))).toEqual([]);
});

test("what the contract does not name is refused rather than dropped", () => {
  expect(accepts({ headCount: 3 })).toBe(false);
});
