import { type Client, createClient } from "@abwab/api-client";
import { type NewOrganisation, type Organisation, routes } from "@abwab/contract";
import { connectToDatabase } from "@abwab/postgres";
import { v7 as newId } from "uuid";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { signInAs, startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition, type TestEdition } from "../support/test-edition.ts";

const EL_JADIDA = "06.181";
const CASABLANCA = "06.141";

let api: TestApi;
let administrator: Client;
let edition: TestEdition;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  edition = await createEdition(administrator, api.url);
});

type Given = Partial<NewOrganisation>;
const inEdition = () => ({ params: { slug: edition.slug } });
const add = (given: Given, client = administrator): Promise<Organisation> =>
  client.call(routes.createOrganisation, { ...inEdition(), body: { type: "school", ...given } });
const byId = (id: string) => ({ params: { slug: edition.slug, id } });
const get = (id: string) => administrator.call(routes.getOrganisation, byId(id));
const change = (id: string, body: object) => administrator.call(routes.changeOrganisation, { ...byId(id), body });
const search = async (text: string, client = administrator, query: object = {}): Promise<string[]> => {
  const { items } = await client.call(routes.listOrganisations, { ...inEdition(), query: { search: text, ...query } });
  return items.map(({ nameFr, nameAr }) => nameFr ?? nameAr ?? "");
};
const duplicates = async () => (await administrator.call(routes.listDuplicates, { ...inEdition(), query: {} })).items;
const merge = (id: string, other: string) =>
  administrator.call(routes.mergeOrganisations, { ...byId(id), body: { other } });
const undo = (id: string) => administrator.call(routes.undoMerge, byId(id));
const trail = async (action: string) => {
  const { items } = await administrator.call(routes.listAudit, { query: { limit: 500 } });
  return items.filter((event) => event.action === action && event.subject.includes(edition.slug));
};
const giveVisit = async (organisation: string): Promise<string> => {
  const id = newId();
  await queryDatabase(
    api.database,
    `insert into visit (id, edition_id, organisation_id, pupils, adults)
     select $1, edition_id, id, 30, 2 from organisation where id = $2`,
    [id, organisation],
  );
  return id;
};
interface Owned {
  organisation_id: string;
}
const ownerOf = async (visit: string): Promise<string> => {
  const rows = await queryDatabase<Owned>(api.database, "select organisation_id from visit where id = $1", [visit]);
  return rows[0]?.organisation_id ?? "nobody";
};

describe("an organisation", () => {
  it("is kept with its names, its place and one contact", async () => {
    const given = {
      type: "school",
      kind: "public",
      nameAr: "مدرسة النور",
      nameFr: "École Ennour",
      city: "Azemmour",
      province: EL_JADIDA,
      expectedPupils: 40,
      expectedAdults: 2,
      contact: { name: "Samira", phone: "+212 600 00 00 00", email: null },
    } as const;
    const made = await add(given);
    expect(made).toMatchObject({ ...given, region: "06", importId: null });
    expect(await get(made.id)).toEqual(made);
  });

  it("needs a name, a kind of its type and a province that there is", async () => {
    expect(await refusal(add({}))).toBe("invalid");
    expect(await refusal(add({ nameFr: "A", kind: "press" }))).toBe("invalid");
    expect(await refusal(add({ nameFr: "A", province: "99.999" }))).toBe("invalid");
    const { id } = await add({ nameFr: "A", kind: "private" });
    expect(await refusal(change(id, { nameFr: null }))).toBe("invalid");
    expect(await refusal(change(id, { type: "media" }))).toBe("invalid");
    expect(await change(id, { type: "media", kind: null, nameAr: "ا", nameFr: null })).toMatchObject({ type: "media" });
  });

  it("is removed only while nothing hangs on it", async () => {
    const [free, visited] = [await add({ nameFr: "Free" }), await add({ nameFr: "Visited" })];
    await giveVisit(visited.id);
    const remove = (id: string) => administrator.call(routes.removeOrganisation, byId(id));
    await remove(free.id);
    expect(await refusal(get(free.id))).toBe("not_found");
    expect(await refusal(remove(visited.id))).toBe("in_use");
  });

  it("is no other edition's", async () => {
    const { id } = await add({ nameFr: "Elsewhere" });
    edition = await createEdition(administrator, api.url);
    expect(await refusal(get(id))).toBe("not_found");
    expect(await refusal(change(id, { nameFr: "Mine" }))).toBe("not_found");
    expect(await refusal(get("no-id"))).toBe("not_found");
    expect(await search("Elsewhere")).toEqual([]);
  });

  it("of an archived edition stays as it is", async () => {
    const [one, two] = [await add({ nameFr: "Ennour" }), await add({ nameFr: "Ennour" })];
    const { id } = await merge(one.id, two.id);
    for (const status of ["closed", "archived"] as const) {
      await administrator.call(routes.changeEdition, { ...inEdition(), body: { status } });
    }
    expect(await refusal(add({ nameFr: "New" }))).toBe("edition_archived");
    expect(await refusal(change(one.id, { nameFr: "Other" }))).toBe("edition_archived");
    expect(await refusal(administrator.call(routes.removeOrganisation, byId(one.id)))).toBe("edition_archived");
    expect(await refusal(undo(id))).toBe("edition_archived");
    expect(await get(one.id)).toMatchObject({ nameFr: "Ennour" });
  });

  it("is listed in the order of names, filtered, a page at a time", async () => {
    for (const [nameFr, province] of [
      ["École C", EL_JADIDA],
      ["Ecole A", CASABLANCA],
      ["écoleB", EL_JADIDA],
    ]) {
      await add({ nameFr: nameFr ?? "", province: province ?? null });
    }
    await add({ nameFr: "Radio", type: "media", kind: "radio" });
    const list = async (query: object) => {
      const { items, nextCursor } = await administrator.call(routes.listOrganisations, { ...inEdition(), query });
      return { names: items.map(({ nameFr }) => nameFr), nextCursor };
    };
    const first = await list({ limit: 2 });
    expect(first.names).toEqual(["Ecole A", "École C"]);
    expect(await list({ limit: 2, cursor: first.nextCursor })).toEqual({
      names: ["écoleB", "Radio"],
      nextCursor: null,
    });
    expect((await list({ province: EL_JADIDA })).names).toEqual(["École C", "écoleB"]);
    expect((await list({ region: "06", type: "school" })).names).toHaveLength(3);
    expect((await list({ kind: "radio" })).names).toEqual(["Radio"]);
  });

  it("has a region and a province of Morocco, which kiosks may read too", async () => {
    const gate = await edition.pair("G1");
    const { items: regions } = await gate.client.call(routes.listRegions);
    const { items: provinces } = await administrator.call(routes.listProvinces);
    expect([regions.length, provinces.length]).toEqual([12, 75]);
    expect(provinces.find(({ code }) => code === EL_JADIDA)).toMatchObject({ region: "06", nameFr: "El Jadida" });
    expect(await refusal(createClient({ baseUrl: api.url }).call(routes.listRegions))).toBe("unauthenticated");
  });
});

describe("a search", () => {
  beforeEach(async () => {
    await add({ nameAr: "الثانوية التأهيلية محمد الخامس", nameFr: "Lycée Mohammed V", city: "Casablanca" });
    await add({ nameAr: "الثانوية التأهيلية محمد السادس", nameFr: "Lycée Mohammed VI", city: "Casablanca" });
    await add({ nameAr: "الثانوية الإعدادية الخوارزمي", nameFr: "Collège Al Khawarizmi", city: "Settat" });
    await add({ nameAr: "مدرسة أحمد شوقي", city: "سطات", province: "06.461" });
    await add({ nameAr: "جمعية السلام للتنمية", type: "civil_society", city: "آسفي" });
    await add({ nameFr: "Radio Doukkala", type: "media", kind: "radio", province: EL_JADIDA });
    await add({ nameFr: "École Abdelkrim El Khattabi", province: CASABLANCA });
    await add({
      nameFr: "Sidi Slimane",
      contact: { name: "Khadija Berrada", phone: "0612345678", email: "kb@example.org" },
    });
  });

  it.each([
    ["محمد الخامس", "Lycée Mohammed V"],
    ["Mohamed 5", "Lycée Mohammed V"],
    ["MOHAMMED V", "Lycée Mohammed V"],
    ["mohamed 6", "Lycée Mohammed VI"],
    ["الخوارزمى", "Collège Al Khawarizmi"],
    ["Khouarizmi", "Collège Al Khawarizmi"],
    ["khawar", "Collège Al Khawarizmi"],
    ["kawarizmi", "Collège Al Khawarizmi"],
    ["الخوار", "Collège Al Khawarizmi"],
    ["college khawarizmi", "Collège Al Khawarizmi"],
    ["احمد شوقى", "مدرسة أحمد شوقي"],
    ["أَحْمَد شَوْقِي", "مدرسة أحمد شوقي"],
    ["مـدرسة أحـمد", "مدرسة أحمد شوقي"],
    ["ahmed chawki settat", "مدرسة أحمد شوقي"],
    ["ecole Ahmad Shawqi", "مدرسة أحمد شوقي"],
    ["assalam", "جمعية السلام للتنمية"],
    ["association salam", "جمعية السلام للتنمية"],
    ["السلام اسفي", "جمعية السلام للتنمية"],
    ["doukala", "Radio Doukkala"],
    ["إذاعة دكالة", "Radio Doukkala"],
    ["radio el jadida", "Radio Doukkala"],
    ["عبد الكريم الخطابي", "École Abdelkrim El Khattabi"],
    ["khatabi", "École Abdelkrim El Khattabi"],
    ["Sidislimane", "Sidi Slimane"],
    ["سيدي سليمان", "Sidi Slimane"],
    ["Berada", "Sidi Slimane"],
    ["061234", "Sidi Slimane"],
    ["kb@example.org", "Sidi Slimane"],
  ])("for %s finds %s first", async (text, name) => {
    expect((await search(text))[0]).toBe(name);
  });

  it("finds nothing where nothing fits", async () => {
    expect(await search("Zzyzx")).toEqual([]);
    expect(await search("؟!")).toEqual([]);
  });

  it("looks within what is asked for, a page at a time", async () => {
    expect(await search("mohammed", administrator, { type: "media" })).toEqual([]);
    expect(await search("radio", administrator, { province: EL_JADIDA, kind: "radio" })).toEqual(["Radio Doukkala"]);
    const query = { search: "lycee", limit: 1 };
    const first = await administrator.call(routes.listOrganisations, { ...inEdition(), query });
    const second = await administrator.call(routes.listOrganisations, {
      ...inEdition(),
      query: { ...query, cursor: first.nextCursor ?? "" },
    });
    const names = [...first.items, ...second.items].map(({ nameFr }) => nameFr ?? "");
    expect(names.toSorted()).toEqual(["Lycée Mohammed V", "Lycée Mohammed VI"]);
    expect(second.nextCursor).toBeNull();
  });

  it("knows at once what was added, changed, removed, merged and parted on another server", async () => {
    const another = await api.startAnother();
    const elsewhere = await signInAs(another.url, "administrator");
    expect(await search("Alpha", elsewhere)).toEqual([]);
    const [one, two] = [await add({ nameFr: "Alpha" }), await add({ nameFr: "Beta", city: "Alpha" })];
    expect(await search("Alpha", elsewhere)).toEqual(["Alpha", "Beta"]);
    await change(one.id, { nameFr: "Gamma" });
    expect(await search("Alpha", elsewhere)).toEqual(["Beta"]);
    const { id } = await merge(one.id, two.id);
    expect(await search("Beta", elsewhere)).toEqual([]);
    expect(await search("Alpha", elsewhere)).toEqual(["Gamma"]);
    await undo(id);
    expect(await search("Beta", elsewhere)).toEqual(["Beta"]);
    expect(await search("Alpha", elsewhere)).toEqual(["Beta"]);
    await administrator.call(routes.removeOrganisation, byId(two.id));
    expect(await search("Beta", elsewhere)).toEqual([]);
  });

  it("misses nothing of transactions that commit in another order than they began", async () => {
    expect(await search("Late")).toEqual([]);
    const slow = await connectToDatabase(api.database.url);
    try {
      await slow.query("begin");
      await slow.query(
        `insert into organisation (id, edition_id, type, name_fr, folded)
         select $1, id, 'school', 'Late', 'late' from edition where slug = $2`,
        [newId(), edition.slug],
      );
      await add({ nameFr: "Sooner" });
      expect(await search("Sooner")).toEqual(["Sooner"]);
      await slow.query("commit");
    } finally {
      await slow.end();
    }
    expect(await search("Late")).toEqual(["Late"]);
  });
});

describe("duplicates", () => {
  it("are proposed most alike first, by name and place", async () => {
    const a = await add({ nameFr: "École Ennour", city: "Azemmour", province: EL_JADIDA });
    const b = await add({ nameAr: "مدرسة النور", city: "أزمور", province: EL_JADIDA });
    await add({ nameFr: "École Ennour", city: "Casablanca", province: CASABLANCA });
    const c = await add({ nameFr: "Lycée Mohammed V", province: EL_JADIDA });
    const d = await add({ nameFr: "Lycee Mohamed 5", province: EL_JADIDA });
    await add({ nameFr: "Lycée Mohammed VI", province: EL_JADIDA });
    const found = (await duplicates()).map(({ first, second }) => [first.id, second.id].toSorted());
    expect(found).toEqual([
      [c.id, d.id],
      [a.id, b.id],
    ]);
  });

  it("that a person keeps apart are not proposed again", async () => {
    const [one, two, three] = [
      await add({ nameFr: "Alpha" }),
      await add({ nameFr: "Alpha" }),
      await add({ nameFr: "Alpha" }),
    ];
    expect(await duplicates()).toHaveLength(3);
    const keepApart = () => administrator.call(routes.keepApart, { ...byId(two.id), body: { other: one.id } });
    await keepApart();
    await keepApart();
    const left = (await duplicates()).map(({ first, second }) => [first.id, second.id]);
    expect(left).toEqual([
      [one.id, three.id],
      [two.id, three.id],
    ]);
    expect(await trail("organisation.keep-apart")).toHaveLength(1);
  });

  it("come a page at a time and go when one of them does", async () => {
    const [one, two] = [await add({ nameFr: "Alpha" }), await add({ nameFr: "Alpha" })];
    await add({ nameFr: "Alpha" });
    const page = (query: object) => administrator.call(routes.listDuplicates, { ...inEdition(), query });
    const first = await page({ limit: 2 });
    expect(first.items).toHaveLength(2);
    const rest = await page({ limit: 2, cursor: first.nextCursor ?? "" });
    expect([rest.items.length, rest.nextCursor]).toEqual([1, null]);
    await administrator.call(routes.removeOrganisation, byId(one.id));
    expect(await duplicates()).toHaveLength(1);
    await change(two.id, { nameFr: "Omega" });
    expect(await duplicates()).toEqual([]);
  });
});

describe("a merge", () => {
  it("fills what is empty and moves visits, passes, accreditations and activities; undone, all is as before", async () => {
    const kept = await add({ nameFr: "Ennour", expectedPupils: 40 });
    const contact = { name: "Samira", phone: null, email: null };
    const other = await add({ nameAr: "النور", nameFr: "Annour", city: "Azemmour", expectedPupils: 60, contact });
    const [mine, theirs] = [await giveVisit(kept.id), await giveVisit(other.id)];
    const { pass } = await administrator.call(routes.issuePass, {
      ...inEdition(),
      body: { kind: "group", category: "pupils", group: { pupils: 30, adults: 2 }, organisationId: other.id },
    });
    const passOwner = async () => {
      const rows = await queryDatabase<Owned>(api.database, "select organisation_id from pass where code = $1", [
        pass.code,
      ]);
      return rows[0]?.organisation_id;
    };

    const made = await merge(kept.id, other.id);
    expect(made.organisation).toMatchObject({
      nameFr: "Ennour",
      nameAr: "النور",
      city: "Azemmour",
      expectedPupils: 40,
      contact,
    });
    expect(made.other).toMatchObject({ id: other.id, nameFr: "Annour" });
    expect([await ownerOf(mine), await ownerOf(theirs), await passOwner()]).toEqual([kept.id, kept.id, kept.id]);
    expect(await refusal(get(other.id))).toBe("not_found");
    expect(await search("Annour")).toEqual(["Ennour"]);

    const later = await giveVisit(kept.id);
    const undone = await undo(made.id);
    expect(undone.undoneAt).not.toBeNull();
    expect(await get(kept.id)).toEqual(kept);
    expect(await get(other.id)).toEqual(other);
    const owners = await Promise.all([mine, theirs, later].map(ownerOf));
    expect([...owners, await passOwner()]).toEqual([kept.id, other.id, kept.id, other.id]);
  });

  it("keeps what a person changed since when it is undone", async () => {
    const [kept, other] = [
      await add({ nameFr: "Ennour" }),
      await add({ nameFr: "Annour", city: "Azemmour", province: EL_JADIDA }),
    ];
    const { id } = await merge(kept.id, other.id);
    await change(kept.id, { city: "El Jadida" });
    await undo(id);
    expect(await get(kept.id)).toMatchObject({ city: "El Jadida", province: null });
  });

  it("is undone once, and the later one first", async () => {
    const [a, b, c] = [await add({ nameFr: "A" }), await add({ nameFr: "B" }), await add({ nameFr: "C" })];
    const first = await merge(a.id, b.id);
    const second = await merge(c.id, a.id);
    expect(await refusal(undo(first.id))).toBe("transition_not_allowed");
    await undo(second.id);
    await undo(first.id);
    expect(await refusal(undo(first.id))).toBe("transition_not_allowed");
    const { items } = await administrator.call(routes.listMerges, { ...inEdition(), query: {} });
    expect(items.map(({ id, undoneAt }) => [id, undoneAt !== null])).toEqual([
      [second.id, true],
      [first.id, true],
    ]);
  });

  it("takes two organisations of the edition", async () => {
    const { id } = await add({ nameFr: "A" });
    expect(await refusal(merge(id, id))).toBe("invalid");
    expect(await refusal(merge(id, newId()))).toBe("not_found");
    expect(await refusal(undo(newId()))).toBe("not_found");
  });
});

describe("who may do what", () => {
  it("supervisors add and change, organisers remove, merge and keep apart, viewers see nothing of it", async () => {
    const [viewer, supervisor, organiser] = await Promise.all([
      api.as("viewer"),
      api.as("supervisor"),
      api.as("organiser"),
    ]);
    const list = (client: Client) => client.call(routes.listOrganisations, { ...inEdition(), query: {} });
    expect(await refusal(list(viewer))).toBe("forbidden");
    const one = await add({ nameFr: "One" }, supervisor);
    const two = await add({ nameFr: "One" }, supervisor);
    const body = { other: two.id };
    expect(await refusal(supervisor.call(routes.mergeOrganisations, { ...byId(one.id), body }))).toBe("forbidden");
    expect(await refusal(supervisor.call(routes.keepApart, { ...byId(one.id), body }))).toBe("forbidden");
    expect(await refusal(supervisor.call(routes.removeOrganisation, byId(one.id)))).toBe("forbidden");
    await organiser.call(routes.mergeOrganisations, { ...byId(one.id), body });
    await organiser.call(routes.removeOrganisation, byId(one.id));
    expect((await list(supervisor)).items).toEqual([]);
  });

  it("P2 every change is on the trail; P1 no contact is", async () => {
    const contact = { name: "Samira Secret", phone: "0611111111", email: "secret@example.org" };
    const one = await add({ nameFr: "One", contact });
    const two = await add({ nameFr: "Two" });
    await change(one.id, { contact: { ...contact, name: "Karim Secret" }, city: "Safi" });
    await undo((await merge(two.id, one.id)).id);
    await administrator.call(routes.removeOrganisation, byId(one.id));
    const actions = ["create", "change", "merge", "undo-merge", "remove"];
    const events = await Promise.all(actions.map((action) => trail(`organisation.${action}`)));
    expect(events.map((of) => of.length)).toEqual([2, 1, 1, 1, 1]);
    expect(events[1]?.[0]).toMatchObject({
      before: { contact: "given", city: null },
      after: { contact: "given", city: "Safi" },
    });
    expect(JSON.stringify(events)).not.toMatch(/secret|0611111111/i);
    const stored = await queryDatabase(api.database, "select before from organisation_merge", []);
    expect(JSON.stringify(stored)).not.toMatch(/secret|0611111111/i);
  });
});
