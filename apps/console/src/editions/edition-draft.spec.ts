import { newEdition, type Edition } from "@abwab/contract";
import { bodyOf, draftOf, editionPatchOf, emptyDraft } from "./edition-draft.ts";

const edition: Edition = {
  slug: "open-days",
  ordinal: 6,
  names: { ar: "أيام", fr: "Journées", en: "Days" },
  city: "El Jadida",
  venue: "Park",
  timeZone: "Africa/Casablanca",
  dayCutoff: "00:00",
  days: [{ date: "2027-05-17", opensAt: "09:00", closesAt: "21:00" }],
  status: "open",
  public: false,
  categories: ["vip"],
  originSample: 0,
  pupilsPerAdult: null,
  published: [{ metric: "visits", value: 10, qualifier: "over", source: "Press" }],
};

const changed = (change: Partial<ReturnType<typeof draftOf>>) =>
  editionPatchOf(edition, newEdition.parse(bodyOf({ ...draftOf(edition), ...change }, edition)));

describe("the form of an edition", () => {
  it("sends nothing of what was left as it was", () => {
    expect(changed({})).toEqual({});
  });

  it("sends only what was changed", () => {
    expect(changed({ city: " Safi ", categories: [] })).toEqual({ city: "Safi", categories: [] });
  });

  it("leaves out figures that were never filled in", () => {
    expect(bodyOf(emptyDraft("2027-05-17"), undefined)).not.toHaveProperty("ordinal");
  });

  it("does not take emptying a figure for leaving it", () => {
    const { error } = newEdition.safeParse(bodyOf({ ...draftOf(edition), ordinal: null }, edition));
    expect(error?.issues.map(({ path }) => path)).toEqual([["ordinal"]]);
  });
});
