import { fieldChanges } from "./audit-changes.ts";

describe("what an audit event changed (P2)", () => {
  it("is each value that differs, by its path", () => {
    const before = { status: "open", names: { ar: "باب", fr: "Porte" }, capacity: 10 };
    const after = { status: "hold", names: { ar: "باب", fr: "La porte" }, capacity: 10 };
    expect(fieldChanges(before, after)).toEqual([
      { path: "status", before: "open", after: "hold" },
      { path: "names.fr", before: "Porte", after: "La porte" },
    ]);
  });

  it("counts the rows of a list from one and keeps plain lists whole", () => {
    expect(fieldChanges({ days: [] }, { days: [{ date: "2027-05-17" }], directions: ["in", "out"] })).toEqual([
      { path: "days", before: [], after: undefined },
      { path: "days.1.date", before: undefined, after: "2027-05-17" },
      { path: "directions", before: undefined, after: ["in", "out"] },
    ]);
  });

  it("is nothing where nothing is told", () => {
    expect(fieldChanges(null, null)).toEqual([]);
  });
});
