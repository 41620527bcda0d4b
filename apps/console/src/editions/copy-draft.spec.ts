import { chosenParts } from "./copy-draft.ts";

describe("what is copied of an edition", () => {
  it("loses with its zones what makes no sense without them", () => {
    expect(chosenParts(["zones", "checkpoints", "categories"], ["checkpoints", "categories"])).toEqual(["categories"]);
  });

  it("has its zones as soon as anything needs them", () => {
    expect(chosenParts(["categories"], ["categories", "programme"])).toEqual(["zones", "categories", "programme"]);
  });

  it("is otherwise what was chosen", () => {
    expect(chosenParts(["zones", "policies"], ["zones"])).toEqual(["zones"]);
  });
});
