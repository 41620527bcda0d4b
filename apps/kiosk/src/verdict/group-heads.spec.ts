import { offeredHeads, partsOf } from "./group-heads.ts";

const group = { pupils: 38, adults: 4 };
const came = (category: string, headcount: number, direction: "in" | "out" = "in") => ({
  category,
  headcount,
  direction,
  at: 0,
  day: "2025-05-17",
});

describe("a group", () => {
  it("is counted as pupils and adults apart; those who escort pupils are of the public", () => {
    expect(partsOf(group, "pupils")).toEqual([
      { category: "pupils", headcount: 38 },
      { category: "public", headcount: 4 },
    ]);
    expect(partsOf({ pupils: 0, adults: 12 }, "civil_society")).toEqual([{ category: "civil_society", headcount: 12 }]);
  });

  it("is offered whole the first time, and then less who have come", () => {
    expect(offeredHeads(group, [], "in", 42)).toEqual(group);
    const bus = [came("pupils", 20), came("public", 2)];
    expect(offeredHeads(group, bus, "in", 20)).toEqual({ pupils: 18, adults: 2 });
  });

  it("is never offered more than are left, where other doors have let some in", () => {
    expect(offeredHeads(group, [], "in", 10)).toEqual({ pupils: 6, adults: 4 });
    expect(offeredHeads(group, [], "in", 3)).toEqual({ pupils: 0, adults: 3 });
  });

  it("is offered whole again where nothing limits it and all have come", () => {
    expect(offeredHeads(group, [came("pupils", 38), came("public", 4)], "in", null)).toEqual(group);
  });

  it("is offered on its way out as those who are known to be inside", () => {
    const crossings = [came("pupils", 20), came("public", 2), came("pupils", 5, "out")];
    expect(offeredHeads(group, crossings, "out", null)).toEqual({ pupils: 15, adults: 2 });
    expect(offeredHeads(group, [], "out", null)).toEqual(group);
  });
});
