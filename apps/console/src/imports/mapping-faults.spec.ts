import { mappingFaults } from "./mapping-faults.ts";

const codes = (...args: Parameters<typeof mappingFaults>) => mappingFaults(...args).map(({ code }) => code);

describe("the columns of a list", () => {
  it("need a name and a type of organisations", () => {
    expect(codes("organisations", { fields: ["city"], defaultType: null })).toEqual(["needName", "needType"]);
  });

  it("need no type where all rows are of one", () => {
    expect(codes("organisations", { fields: ["nameFr"], defaultType: "school" })).toEqual([]);
  });

  it("need a reference of attendees, and nothing else", () => {
    expect(codes("attendees", { fields: ["category"], defaultType: null })).toEqual(["needReference"]);
    expect(codes("attendees", { fields: ["reference"], defaultType: null })).toEqual([]);
  });

  it("may not mean the same twice, unless they are left out or are parts of a reference", () => {
    const fields = ["ignore", "ignore", "reference", "reference", "category", "category"] as const;
    expect(mappingFaults("attendees", { fields: [...fields], defaultType: null })).toEqual([
      { code: "usedTwice", field: "category" },
    ]);
  });
});
