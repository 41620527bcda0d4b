import { changedFields, mergedDraft } from "./merge-drafts.ts";

const base = { city: "Safi", venue: "Hall", days: [1] };
const theirs = { city: "Fès", venue: "Hall", days: [1, 2] };
const mine = { city: "Rabat", venue: "Park", days: [1] };

describe("two people's changes of one form", () => {
  it("say what the other changed, and whether it was changed here too", () => {
    expect(changedFields(base, theirs, mine).map(({ field, both }) => [field, both])).toEqual([
      ["city", true],
      ["days", false],
    ]);
  });

  it("stand together where they touch different fields", () => {
    expect(mergedDraft(base, theirs, mine, "mine")).toEqual({ city: "Rabat", venue: "Park", days: [1, 2] });
  });

  it("are theirs where both touched one and that is chosen", () => {
    expect(mergedDraft(base, theirs, mine, "theirs")).toEqual({ city: "Fès", venue: "Park", days: [1, 2] });
  });

  it("are no conflict where both say the same", () => {
    expect(changedFields(base, theirs, { ...base, city: "Fès" }).some(({ both }) => both)).toBe(false);
  });
});
