import type { Client } from "@abwab/api-client";
import { type BodyInput, type ImportSummary, MAX_IMPORT_BYTES, routes } from "@abwab/contract";
import { connectToDatabase } from "@abwab/postgres";
import { ImportPurge } from "../../apps/api/src/imports/import-purge.ts";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition } from "../support/test-edition.ts";

let api: TestApi;
let organiser: Client;
let slug: string;
beforeAll(async () => {
  api = await startTestApi();
  organiser = await api.as("organiser");
});
beforeEach(async () => {
  slug = (await createEdition(await api.as("administrator"), api.url)).slug;
});
afterAll(() => api[Symbol.asyncDispose]());

async function settled(id: string): Promise<ImportSummary> {
  for (;;) {
    const summary = await organiser.call(routes.getImport, { params: { slug, id } });
    if (summary.state !== "reading" && summary.state !== "committing") return summary;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const LIST = `وزارة التربية الوطنية;;;
لائحة المؤسسات;;;
;;;
اسم المؤسسة;المدينة;عدد التلاميذ;الهاتف
مدرسة ابن خلدون;الجديدة;٤٥;0523 34 12 34
ثانوية المختار السوسي;سطات;30;
;برشيد;12;
مدرسة النخيل;الجديدة;كثير;
`;

const send = async (text: string, fileName = "list.csv"): Promise<ImportSummary> => {
  const file = new TextEncoder().encode(text);
  const made = await organiser.call(routes.createImport, { params: { slug }, query: { fileName }, file });
  return settled(made.id);
};
const confirm = async (id: string): Promise<ImportSummary> => {
  await organiser.call(routes.confirmImport, { params: { slug, id } });
  return settled(id);
};
const undo = (id: string) => organiser.call(routes.undoImport, { params: { slug, id } });
const rowsOf = async (id: string) =>
  (await organiser.call(routes.listImportRows, { params: { slug, id }, query: { limit: 500 } })).items;
const stored = () =>
  queryDatabase(
    api.database,
    `select name_ar, name_fr, city, province, expected_pupils, contact, folded from organisation
     where edition_id = (select id from edition where slug = $1) order by folded`,
    [slug],
  );

const SCHOOLS = `اسم المؤسسة;المدينة;عدد التلاميذ;الهاتف
مدرسة ابن خلدون;الجديدة;45;0523341234
ثانوية المختار السوسي;سطات;30;
`;

test("nothing is imported before a preview was confirmed; then all of it is", async () => {
  const { id } = await send(SCHOOLS);
  expect(await stored()).toEqual([]);
  expect(await confirm(id)).toMatchObject({ state: "done", fault: null });
  expect(await stored()).toMatchObject([
    { name_ar: "ثانوية المختار السوسي", city: "سطات", province: "06.461", expected_pupils: 30, contact: null },
    { name_ar: "مدرسة ابن خلدون", contact: { name: null, phone: "0523341234", email: null } },
  ]);
});

test("confirmed twice, a list is imported once", async () => {
  const { id } = await send(SCHOOLS);
  await Promise.all([
    organiser.call(routes.confirmImport, { params: { slug, id } }),
    organiser.call(routes.confirmImport, { params: { slug, id } }),
  ]);
  await settled(id);
  expect((await confirm(id)).state).toBe("done");
  expect(await stored()).toHaveLength(2);
});

test("a list that comes again says what is the same, what changed and what is new; undone, all is as it was", async () => {
  await confirm((await send(SCHOOLS)).id);
  const before = await stored();
  const again = await send(`${SCHOOLS.replace(";45;", ";60;").replace("خلدون", "خلــدون")}إعدادية النور;برشيد;20;\n`);
  expect(again).toMatchObject({ remembered: true, outcomes: { new: 1, changed: 1, same: 1, doubtful: 0, wrong: 0 } });
  expect((await rowsOf(again.id))[0]).toMatchObject({
    outcome: "changed",
    changes: ["expectedPupils"],
    before: { expectedPupils: "45" },
    match: { name: "مدرسة ابن خلدون", likeness: 1 },
  });
  await confirm(again.id);
  expect(await stored()).toHaveLength(3);
  expect(await undo(again.id)).toMatchObject({ state: "undone" });
  expect(await stored()).toEqual(before);
  expect(await undo(again.id)).toMatchObject({ state: "undone" });
});

test("what is like an organisation of the registry waits for a person: new, the same, or left out", async () => {
  await confirm((await send(SCHOOLS)).id);
  const list = `Nom;Ville;Effectif
Ecole Ibn Khaldoun;El Jadida;50
Lycee Mokhtar Soussi;Settat;31
Ecole Zitoune;Settat;5
Ecole Azzitoun;Settat;5
`;
  const { id, outcomes } = await send(list);
  expect(outcomes).toMatchObject({ doubtful: 3, new: 1 });
  const rows = await rowsOf(id);
  expect(rows[0]).toMatchObject({ match: { name: "مدرسة ابن خلدون" }, problems: [{ code: "like_organisation" }] });
  expect(rows[3]).toMatchObject({ match: null, problems: [{ code: "like_row", value: "4" }] });
  const decisions = [
    { row: 2, decision: "same" as const },
    { row: 3, decision: "new" as const },
    { row: 5, decision: "skip" as const },
  ];
  const decided = await organiser.call(routes.decideImportRows, { params: { slug, id }, body: { decisions } });
  expect(decided.decisions).toEqual({ new: 1, same: 1, skip: 1 });
  await confirm(id);
  expect(await stored()).toMatchObject([
    { name_fr: "Ecole Zitoune" },
    { name_fr: "Lycee Mokhtar Soussi" },
    { name_ar: "ثانوية المختار السوسي", expected_pupils: 30 },
    { name_ar: "مدرسة ابن خلدون", name_fr: "Ecole Ibn Khaldoun", expected_pupils: 50 },
  ]);
});

test("where the registry has changed since the preview, the preview is made again", async () => {
  const first = await send(SCHOOLS);
  const second = await send(SCHOOLS);
  await confirm(first.id);
  expect(await confirm(second.id)).toMatchObject({
    state: "preview",
    fault: "registry_changed",
    outcomes: { same: 2 },
  });
  expect(await confirm(second.id)).toMatchObject({ state: "done", fault: null });
  expect(await stored()).toHaveLength(2);
});

test("somebody else's long transaction makes no preview old", async () => {
  const client = await connectToDatabase(api.database.url);
  try {
    await client.query("begin");
    await client.query("select pg_current_xact_id()");
    await confirm((await send(SCHOOLS)).id);
    const again = await send(SCHOOLS.replace(";45;", ";60;"));
    expect(await confirm(again.id)).toMatchObject({ state: "done", fault: null });
  } finally {
    await client.end();
  }
});

test("what others have built on is not taken back, and they are named", async () => {
  const { id } = await send(SCHOOLS);
  await confirm(id);
  await queryDatabase(
    api.database,
    "update organisation set expected_pupils = 99 where import_id = $1 and city = 'سطات'",
    [id],
  );
  await expect(undo(id)).rejects.toMatchObject({
    code: "in_use",
    errors: [{ path: "organisations", code: "in_use", message: "ثانوية المختار السوسي" }],
  });
  expect(await stored()).toHaveLength(2);
});

test("a plain list is read, guessed and shown", async () => {
  const file = new TextEncoder().encode(LIST);
  const made = await organiser.call(routes.createImport, { params: { slug }, query: { fileName: "لائحة.csv" }, file });
  expect(made.state).toBe("reading");
  const summary = await settled(made.id);
  expect(summary).toMatchObject({
    state: "preview",
    progress: { done: 4, total: 4 },
    reading: {
      encoding: "utf-8",
      separator: ";",
      headerRow: 3,
      fields: ["nameAr", "city", "expectedPupils", "contactPhone"],
      defaultType: "school",
    },
    outcomes: { new: 2, wrong: 2 },
  });
  const page = await organiser.call(routes.listImportRows, { params: { slug, id: made.id } });
  expect(page.items).toMatchObject([
    { row: 5, outcome: "new", values: { nameAr: "مدرسة ابن خلدون", expectedPupils: "45", province: "06.181" } },
    { row: 6, outcome: "new" },
    { row: 7, outcome: "wrong", problems: [{ field: "nameAr", code: "missing" }] },
    { row: 8, outcome: "wrong", problems: [{ field: "expectedPupils", code: "not_a_number", value: "كثير" }] },
  ]);
});

test("what was guessed wrong is corrected, and the preview is made anew", async () => {
  const { id } = await send("A;B;C\n1;Ecole Ennour;Rabat\n2;Ecole Salam;Rabat\n");
  const change = (body: BodyInput<typeof routes.changeImportReading>) =>
    organiser.call(routes.changeImportReading, { params: { slug, id }, body });
  expect((await change({ fields: ["ignore", "nameFr", "city"], defaultType: "institution" })).state).toBe("reading");
  expect(await settled(id)).toMatchObject({
    state: "preview",
    reading: { fields: ["ignore", "nameFr", "city"], defaultType: "institution" },
    outcomes: { new: 2 },
  });
  expect((await rowsOf(id))[0]?.values).toMatchObject({ nameFr: "Ecole Ennour", city: "Rabat", type: "institution" });
  await change({ separator: "," });
  expect(await settled(id)).toMatchObject({
    reading: { separator: "," },
    sample: [["A;B;C"], ["1;Ecole Ennour;Rabat"], {}],
  });
});

test("how a list was read is remembered by its titles, until it is forgotten", async () => {
  const list = "A;B;C\nEcole Ennour;Rabat;7\n";
  const first = await send(list);
  const fields = ["nameFr", "city", "expectedAdults"] as const;
  await organiser.call(routes.changeImportReading, { params: { slug, id: first.id }, body: { fields: [...fields] } });
  await settled(first.id);
  await confirm(first.id);
  expect(await send(list)).toMatchObject({ remembered: true, reading: { fields } });
  const { items } = await organiser.call(routes.listImportMappings, { params: { slug } });
  expect(items).toMatchObject([{ subject: "organisations", titles: ["A", "B", "C"], fields }]);
  await organiser.call(routes.forgetImportMapping, { params: { slug, id: items[0]?.id ?? "" } });
  expect(await send(list)).toMatchObject({ remembered: false });
});

test("the rows that were not taken come back as they stood, with a column that says why, safe to open", async () => {
  const { id } = await send(
    'اسم المؤسسة;المدينة;عدد التلاميذ\n;=HYPERLINK("x");12\nمدرسة النور;سطات;كثير\nمدرسة الأمل;سطات;5\n',
  );
  const { token } = await (
    await api.as("administrator")
  ).call(routes.createApiToken, {
    body: { name: "t", role: "organiser" },
  });
  const response = await fetch(`${api.url}/api/v1/editions/${slug}/imports/${id}/wrong-rows?locale=ar`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes).split("\r\n")).toEqual([
    "سبب عدم القبول;اسم المؤسسة;المدينة;عدد التلاميذ",
    'الاسم: الخانة فارغة;;"\'=HYPERLINK(""x"")";12',
    "عدد التلاميذ: «كثير» ليس عددا;مدرسة النور;سطات;كثير",
    "",
  ]);
});

test("a file that is no list says what it is, and can be discarded", async () => {
  const { id } = await send("%PDF-1.7 is no list");
  expect(await settled(id)).toMatchObject({ state: "failed", fault: "pdf" });
  expect(await refusal(organiser.call(routes.confirmImport, { params: { slug, id } }))).toBe("transition_not_allowed");
  await organiser.call(routes.discardImport, { params: { slug, id } });
  expect(await refusal(organiser.call(routes.getImport, { params: { slug, id } }))).toBe("not_found");
});

test("what was imported is not discarded, and what was not is not undone", async () => {
  const { id } = await send(SCHOOLS);
  expect(await refusal(undo(id))).toBe("transition_not_allowed");
  await confirm(id);
  expect(await refusal(organiser.call(routes.discardImport, { params: { slug, id } }))).toBe("transition_not_allowed");
});

test("a file that is larger than a list may be is too_large", async () => {
  const file = new Uint8Array(MAX_IMPORT_BYTES + 1);
  const query = { fileName: "large.csv" };
  expect(await refusal(organiser.call(routes.createImport, { params: { slug }, query, file }))).toBe("too_large");
});

test("lists are organisers' business, of their own edition, and none of an archived one", async () => {
  const supervisor = await api.as("supervisor");
  expect(await refusal(supervisor.call(routes.listImports, { params: { slug } }))).toBe("forbidden");
  const { id } = await send(SCHOOLS);
  const administrator = await api.as("administrator");
  const other = (await createEdition(administrator, api.url)).slug;
  expect(await refusal(organiser.call(routes.getImport, { params: { slug: other, id } }))).toBe("not_found");
  for (const status of ["closed", "archived"] as const) {
    await administrator.call(routes.changeEdition, { params: { slug }, body: { status } });
  }
  expect(await refusal(organiser.call(routes.confirmImport, { params: { slug, id } }))).toBe("edition_archived");
  const query = { fileName: "list.csv" };
  const file = new TextEncoder().encode(SCHOOLS);
  expect(await refusal(organiser.call(routes.createImport, { params: { slug }, query, file }))).toBe(
    "edition_archived",
  );
});

test("P2: what people do with a list is on the audit trail, and nothing that stands in it", async () => {
  const { id } = await send(SCHOOLS);
  await confirm(id);
  await undo(id);
  const events = await queryDatabase<{ action: string; text: string }>(
    api.database,
    "select action, after::text as text from audit_event where subject = $1 order by id",
    [`import ${slug}/${id}`],
  );
  expect(events.map(({ action }) => action)).toEqual(["import.create", "import.confirm", "import.undo"]);
  expect(events.map(({ text }) => text).join()).not.toMatch(/خلدون|0523341234/);
});

test("P1: a list that nobody has confirmed is forgotten after seven days, and so are the rows of one that was", async () => {
  const waiting = await send(SCHOOLS);
  const done = await send(`${SCHOOLS};سطات;3;0600000000\n`);
  await confirm(done.id);
  const eightDaysAgo = "update import set created_at = now() - interval '8 days' where id = any ($1)";
  await queryDatabase(api.database, eightDaysAgo, [[waiting.id, done.id]]);
  await api.app.nest.get(ImportPurge).work();
  expect(await refusal(organiser.call(routes.getImport, { params: { slug, id: waiting.id } }))).toBe("not_found");
  const params = { slug, id: done.id };
  expect(await refusal(organiser.call(routes.wrongImportRows, { params }))).toBe("not_found");
  const left = await queryDatabase(api.database, "select 1 from import_row where import_id = $1 and cells <> '{}'", [
    done.id,
  ]);
  expect(left).toEqual([]);
});
