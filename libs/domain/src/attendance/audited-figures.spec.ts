import { peopleOf } from "./audited-figures.ts";

describe("how many people came", () => {
  it("counts a pass once, a group by its people, and who has none each time", () => {
    const nobody = { visits: 0, withPass: 0, individuals: 0, groups: 0 };
    expect(peopleOf(nobody)).toBe(0);
    expect(peopleOf({ ...nobody, visits: 40 })).toBe(40);
    // One person three times, a group of 25, and ten without a pass.
    expect(peopleOf({ visits: 38, withPass: 28, individuals: 1, groups: 25 })).toBe(36);
  });
});
