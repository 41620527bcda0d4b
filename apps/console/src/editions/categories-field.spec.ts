import { categoriesOf } from "./categories-field.tsx";

describe("categories of an edition's own", () => {
  it("are kept as the contract names them, however they were typed", () => {
    expect(categoriesOf(["VIP guests", "scouts،athletes; "])).toEqual(["vip_guests", "scouts", "athletes"]);
  });

  it("stand once, and leave out those that every edition has", () => {
    expect(categoriesOf(["vip", "VIP", "Public", "civil society"])).toEqual(["vip"]);
  });
});
