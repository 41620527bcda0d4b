import { newOrganisation } from "@abwab/contract";
import { bodyOf, draftOf } from "./organisation-draft.ts";

describe("an organisation in a form", () => {
  it("is sent without a contact while none of it is filled in", () => {
    expect(bodyOf({ ...draftOf(undefined), nameFr: "École Annakhil" })).toMatchObject({
      nameAr: null,
      nameFr: "École Annakhil",
      expectedPupils: 0,
      contact: null,
    });
  });

  it("is sent as it was when nothing was changed", () => {
    const body = newOrganisation.parse({
      type: "media",
      kind: "radio",
      nameAr: "إذاعة دكالة",
      city: "الجديدة",
      province: "06.181",
      expectedAdults: 4,
      contact: { name: null, phone: "0612345678", email: null },
    });
    const stored = {
      ...body,
      id: crypto.randomUUID(),
      region: "06",
      importId: null,
      atGate: false,
      createdAt: "2026-11-22T08:00:00Z",
    };
    expect(bodyOf(draftOf(stored))).toEqual(body);
  });

  it("takes blanks for nothing", () => {
    expect(bodyOf({ ...draftOf(undefined), nameAr: "  ", contactPhone: " " })).toMatchObject({
      nameAr: null,
      contact: null,
    });
  });
});
