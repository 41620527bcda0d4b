import { type IndexedOrganisation, OrganisationIndex } from "./organisation-index.ts";

const organisation = (nameFr: string, given: Partial<IndexedOrganisation> = {}): IndexedOrganisation => ({
  id: nameFr,
  type: "school",
  kind: null,
  nameAr: null,
  nameFr,
  city: null,
  province: null,
  contact: null,
  importId: null,
  ...given,
});
const indexOf = (...organisations: IndexedOrganisation[]) => {
  const index = new OrganisationIndex();
  for (const each of organisations) index.set(each);
  return (text: string, contacts = true) => index.find(text, {}, { contacts });
};

test("a name that is nothing but what was typed goes before longer ones", () => {
  const find = indexOf(
    organisation("École Ennour Ibn Khaldoun"),
    organisation("Lycée Ennour 2"),
    organisation("École Ennour"),
    organisation("Institut Ennour pour la formation"),
  );
  expect(find("ecole ennour")[0]).toBe("École Ennour");
});

test("the sort of school moves up those of that sort and hides no other", () => {
  const find = indexOf(
    organisation("Collège Al Farabi"),
    organisation("Lycée Al Farabi"),
    organisation("École Al Kindi"),
  );
  expect(find("lycee farabi")).toEqual(["Lycée Al Farabi", "Collège Al Farabi"]);
  expect(find("ثانوية الفارابي")).toEqual(["Lycée Al Farabi", "Collège Al Farabi"]);
});

test("words of the sort alone find all of it", () => {
  const find = indexOf(
    organisation("Lycée Al Farabi"),
    organisation("École Al Kindi"),
    organisation("École primaire Badr"),
  );
  expect(find("école")).toEqual(["École Al Kindi", "École primaire Badr"]);
  expect(find("مدرسة ابتدائية")).toEqual(["École primaire Badr"]);
});

test("the town tells schools of one name apart", () => {
  const find = indexOf(
    organisation("Badr 1", { city: "Oujda" }),
    organisation("Badr 2", { city: "آسفي" }),
    organisation("Moulay Youssef Badr", { city: "Fès" }),
  );
  expect(find("badr safi")[0]).toBe("Badr 2");
  expect(find("بدر وجدة")[0]).toBe("Badr 1");
});

test("where nothing has all words, some of them will do", () => {
  const find = indexOf(organisation("Ibn Khaldoun"), organisation("Al Farabi"));
  expect(find("khaldoun qwertz")).toEqual(["Ibn Khaldoun"]);
});

test("P1 contacts are found only by whoever may see them", () => {
  const contact = { name: "Khadija Berrada", phone: "+212 612-345678", email: "k.berrada@example.org" };
  const find = indexOf(organisation("Ennour", { contact }));
  for (const text of ["berrada", "0612345", "212612", "k.berrada@example.org"]) {
    expect([text, find(text), find(text, false)]).toEqual([text, ["Ennour"], []]);
  }
});

test("what is typed can be anything", () => {
  const find = indexOf(organisation("Ennour"));
  for (const text of [
    "",
    "  ",
    "؟",
    "=",
    "~",
    "~nr",
    "=school",
    "\u0640",
    "a".repeat(100),
    "e ".repeat(50),
    "__proto__",
  ]) {
    expect(() => find(text)).not.toThrow();
  }
});
