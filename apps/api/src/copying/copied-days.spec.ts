import { copiedDays, datesByNumber } from "./copied-days.ts";

const earlier = [
  { date: "2025-05-18", opensAt: "10:00", closesAt: "22:00" },
  { date: "2025-05-17", opensAt: "09:00", closesAt: "21:00" },
];

describe("the days of a copied edition", () => {
  it("have the hours of the day with the same number, and after the last those of the last", () => {
    const wanted = [{ date: "2026-05-16" }, { date: "2026-05-17" }, { date: "2026-05-18" }];
    expect(copiedDays(wanted, earlier)).toEqual([
      { date: "2026-05-16", opensAt: "09:00", closesAt: "21:00" },
      { date: "2026-05-17", opensAt: "10:00", closesAt: "22:00" },
      { date: "2026-05-18", opensAt: "10:00", closesAt: "22:00" },
    ]);
  });

  it("keep the hours they were given", () => {
    const wanted = [{ date: "2026-05-16", opensAt: "14:00", closesAt: "23:00" }];
    expect(copiedDays(wanted, earlier)).toEqual(wanted);
  });

  it("take the place of the earlier ones by number, as far as there are any", () => {
    const days = copiedDays([{ date: "2026-05-16" }], earlier);
    expect([...datesByNumber(earlier, days)]).toEqual([["2025-05-17", "2026-05-16"]]);
  });
});
