import { contactKeptUntil } from "./contact-kept-until.ts";

const day = (date: string) => ({ date, opensAt: "09:00", closesAt: "18:00" });

describe("contacts (P1)", () => {
  it("are kept for thirty days after the edition's last day, over the end of a month and a year", () => {
    expect(contactKeptUntil({ days: [day("2026-12-17"), day("2026-12-20"), day("2026-12-18")] })).toBe("2027-01-19");
  });

  it("have no date while the edition has no days", () => {
    expect(contactKeptUntil({ days: [] })).toBeUndefined();
  });
});
