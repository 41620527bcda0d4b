import { planOf } from "./import-plan.ts";

describe("what an import will do", () => {
  it("adds and changes what was decided so, and leaves out what nobody has decided", () => {
    const plan = planOf({
      outcomes: { new: 10, changed: 4, same: 3, doubtful: 8, wrong: 2 },
      decisions: { new: 2, same: 1, skip: 1 },
    });
    expect(plan).toEqual({ added: 12, changed: 5, same: 3, leftOut: 5, wrong: 2, undecided: 4 });
  });
});
