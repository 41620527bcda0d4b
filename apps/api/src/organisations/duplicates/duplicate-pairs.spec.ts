import type { IndexedOrganisation } from "../search/organisation-index.ts";
import { DuplicatePairs } from "./duplicate-pairs.ts";

const school = (id: string, given: Partial<IndexedOrganisation>): IndexedOrganisation => ({
  id,
  type: "school",
  kind: null,
  nameAr: null,
  nameFr: null,
  city: null,
  province: "06.181",
  contact: null,
  importId: null,
  ...given,
});
const pairsOf = (...organisations: IndexedOrganisation[]) => {
  const pairs = new DuplicatePairs();
  for (const organisation of organisations) pairs.set(organisation);
  return pairs;
};
const found = (pairs: DuplicatePairs) => pairs.list().map(({ first, second }) => first + second);

test("the same name in another script, another order or misspelt is proposed", () => {
  const pairs = pairsOf(
    school("a", { nameAr: "مدرسة عبد الكريم الخطابي" }),
    school("b", { nameFr: "École Abdelkrim El Khattabi" }),
    school("c", { nameFr: "Ecole El Khatabi Abdelkrim" }),
  );
  expect(found(pairs).toSorted()).toEqual(["ab", "ac", "bc"]);
});

test("another type, another province or another town is another organisation; another kind may be an error", () => {
  const ennour = { nameFr: "Ennour Ibn Khaldoun" };
  expect(found(pairsOf(school("a", ennour), school("b", { ...ennour, type: "media" })))).toEqual([]);
  expect(found(pairsOf(school("a", ennour), school("b", { ...ennour, province: "06.141" })))).toEqual([]);
  const towns = [
    school("a", { nameFr: "Ennour A", city: "Azemmour" }),
    school("b", { nameFr: "Annour", city: "Bir Jdid" }),
  ];
  expect(found(pairsOf(...towns))).toEqual([]);
  expect(
    found(pairsOf(school("a", { ...ennour, kind: "public" }), school("b", { ...ennour, kind: "private" }))),
  ).toEqual(["ab"]);
});

test("where a province isn't known, the whole name decides", () => {
  const pairs = pairsOf(
    school("a", { nameFr: "École Al Khawarizmi" }),
    school("b", { nameAr: "مدرسة الخوارزمي", province: null }),
    school("c", { nameFr: "École Al Farabi", province: null }),
  );
  expect(found(pairs)).toEqual(["ab"]);
});

test("most alike come first, and they go as organisations change and leave", () => {
  const pairs = pairsOf(
    school("a", { nameFr: "Ibn Khaldoun" }),
    school("b", { nameFr: "Ibn Khaldoune" }),
    school("c", { nameFr: "IBN KHALDOUN" }),
  );
  expect(found(pairs)[0]).toBe("ac");
  pairs.set(school("c", { nameFr: "Al Farabi" }));
  expect(found(pairs)).toEqual(["ab"]);
  pairs.remove("a");
  expect(found(pairs)).toEqual([]);
});

test("names without a telling word are one only when all of them is", () => {
  const pairs = pairsOf(
    school("a", { nameFr: "École 5" }),
    school("b", { nameAr: "مدرسة 5" }),
    school("c", { nameFr: "École 6" }),
  );
  expect(found(pairs)).toEqual(["ab"]);
});

test("hundreds of one name are compared within bounds", () => {
  const pairs = new DuplicatePairs();
  for (let index = 0; index < 300; index += 1) pairs.set(school(String(1_000 + index), { nameFr: "Al Farabi" }));
  expect(pairs.list().length).toBeLessThan(300 * 50);
});
