import { places } from "./places.ts";
import { provinceOf } from "./province-of.ts";
import { moroccanProvinces, regionOf } from "./provinces.ts";
import { moroccanRegions } from "./regions.ts";

const EL_JADIDA = "06.181";
const CASABLANCA = "06.141";

describe("Morocco's regions and provinces", () => {
  test("are 12 regions, 13 prefectures and 62 provinces, each of one region", () => {
    expect(moroccanRegions).toHaveLength(12);
    const types = moroccanProvinces.map(({ type }) => type);
    expect(types.filter((type) => type === "prefecture")).toHaveLength(13);
    expect(types.filter((type) => type === "province")).toHaveLength(62);
    const regions = new Set(moroccanRegions.map(({ code }) => code));
    expect(moroccanProvinces.filter(({ code, region }) => !regions.has(region) || regionOf(code) !== region)).toEqual(
      [],
    );
  });

  test("have codes of their own", () => {
    expect(new Set(moroccanProvinces.map(({ code }) => code)).size).toBe(75);
    expect(new Set(moroccanProvinces.map(({ iso }) => iso)).size).toBe(75);
  });

  test("are all named by towns too", () => {
    expect(new Set(places.map(([province]) => province))).toEqual(new Set(moroccanProvinces.map(({ code }) => code)));
  });
});

describe("the province that a text names", () => {
  test.each(moroccanProvinces)("$nameFr by its names and codes", ({ code, iso, nameAr, nameFr, nameEn }) => {
    expect([code, iso, nameAr, nameFr, nameEn].map(provinceOf)).toEqual([code, code, code, code, code]);
  });

  test("by each of its towns, in each spelling", () => {
    const wrong = places.flatMap(([province, names]) =>
      names.split("|").filter((name) => provinceOf(name) !== province),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ["EL JADIDA", EL_JADIDA],
    ["El-Jadida", EL_JADIDA],
    ["eljadida", EL_JADIDA],
    ["El Jadidah", EL_JADIDA],
    ["الجديده", EL_JADIDA],
    ["الجـديـدة", EL_JADIDA],
    ["إقليم الجديدة", EL_JADIDA],
    ["Province d'El Jadida", EL_JADIDA],
    ["Direction provinciale El Jadida", EL_JADIDA],
    ["المديرية الإقليمية الجديدة", EL_JADIDA],
    ["Azemour", EL_JADIDA],
    ["ازمور", EL_JADIDA],
    ["casa", CASABLANCA],
    ["CASABLANCA ", CASABLANCA],
    ["Casablnca", CASABLANCA],
    ["الدارالبيضاء", CASABLANCA],
    ["عمالة الدار البيضاء", CASABLANCA],
    ["Sidi Benour", "06.467"],
    ["Sidibennour", "06.467"],
    ["Setat", "06.461"],
    ["Khouribgua", "05.311"],
    ["اسفي", "07.431"],
    ["Laayoun", "11.321"],
    ["06181", EL_JADIDA],
    ["ma-jdi", EL_JADIDA],
  ])("%s", (text, province) => {
    expect(provinceOf(text)).toBe(province);
  });

  test.each(["", "Paris", "مدرسة", "Atlantis", "province", "12", "99.999", "باريس"])("%j is none of them", (text) => {
    expect(provinceOf(text)).toBeUndefined();
  });
});
