import type { Edition } from "@abwab/contract";
import { emptyItem, itemBodyOf } from "./item-draft.ts";

const edition = { timeZone: "Africa/Casablanca", dayCutoff: "00:00" } as Edition;
const draft = (from: string, to: string) => ({ ...emptyItem("2025-05-17"), from, to });

describe("the form of an item of the programme", () => {
  it("takes hours as the edition's clocks show them", () => {
    expect(itemBodyOf(edition, draft("10:00", "11:30"))).toMatchObject({
      startsAt: "2025-05-17T09:00:00.000Z",
      endsAt: "2025-05-17T10:30:00.000Z",
    });
  });

  it("lets a show that ends after midnight end on the next date", () => {
    expect(itemBodyOf(edition, draft("22:00", "00:30")).endsAt).toBe("2025-05-17T23:30:00.000Z");
  });

  it("leaves an hour that is none for the form to mark", () => {
    expect(itemBodyOf(edition, draft("25:00", "11:00")).startsAt).toBe("");
  });
});
