import type { Client } from "@abwab/api-client";
import { type ImportSummary, routes } from "@abwab/contract";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, type TestEdition } from "../support/test-edition.ts";

let api: TestApi;
let organiser: Client;
let edition: TestEdition;
let slug: string;
beforeAll(async () => {
  api = await startTestApi();
  organiser = await api.as("organiser");
});
beforeEach(async () => {
  edition = await createEdition(await api.as("administrator"), api.url);
  slug = edition.slug;
});
afterAll(() => api[Symbol.asyncDispose]());

async function settled(id: string): Promise<ImportSummary> {
  for (;;) {
    const summary = await organiser.call(routes.getImport, { params: { slug, id } });
    if (summary.state !== "reading" && summary.state !== "committing") return summary;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const send = async (text: string): Promise<ImportSummary> => {
  const query = { fileName: "attendees.csv", subject: "attendees" } as const;
  const file = new TextEncoder().encode(text);
  return settled((await organiser.call(routes.createImport, { params: { slug }, query, file })).id);
};
const confirm = async (id: string): Promise<ImportSummary> => {
  await organiser.call(routes.confirmImport, { params: { slug, id } });
  return settled(id);
};
const passes = () =>
  queryDatabase<{ reference: string; category: string; revoked: boolean; label: string | null }>(
    api.database,
    `select reference, category, revoked_at is not null as revoked, label from pass
     where edition_id = (select id from edition where slug = $1) order by reference, revoked_at nulls last`,
    [slug],
  );
/** Reference, code and token of each, as whoever sends them out gets them. */
async function passFile(id: string): Promise<string[][]> {
  const { token } = await (
    await api.as("administrator")
  ).call(routes.createApiToken, {
    body: { name: "mailer", role: "organiser" },
  });
  const response = await fetch(`${api.url}/api/v1/editions/${slug}/imports/${id}/passes`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const [, ...lines] = (await response.text()).trim().split("\r\n");
  return lines.map((line) => line.split(";"));
}

const PRETIX = `"Event slug","Order code","Position ID","Status","E-mail","Phone number","Order date","Order time","Product","Variation","Price","Attendee name","Attendee email","Pseudonymization ID"
"open","AB3CD","1","Paid","amina@example.org","","2026-04-01","10:00:00","Public","","0.00","Amina Alaoui","amina@example.org","XYZ"
"open","AB3CD","2","Paid","amina@example.org","","2026-04-01","10:00:00","Pupils","","0.00","Omar Alaoui","","XYA"
"open","ZZ9ZZ","1","Canceled","z@example.org","","2026-04-01","10:00:00","Public","","0.00","Zineb","","XYB"
`;
const EVENTBRITE = `Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Attendee Status
1001,2026-04-01,Amina,Alaoui,a@example.org,1,General Admission,5550001,Attending
1001,2026-04-01,Omar,Alaoui,a@example.org,1,Press,5550002,Attending
1002,2026-04-02,Zineb,Z,z@example.org,1,General Admission,5550003,Not Attending
`;
const INDICO = `ID,Name,Email Address,Affiliation,Registration date,Registration state
1,"Alaoui, Amina",a@example.org,ENSAM,2026-04-01,Completed
2,"Alaoui, Omar",o@example.org,ENSAM,2026-04-01,Withdrawn
`;

test.each([
  [
    "pretix",
    PRETIX,
    { new: 2, wrong: 1 },
    [
      ["AB3CD-1", "public"],
      ["AB3CD-2", "pupils"],
    ],
  ],
  [
    "Eventbrite",
    EVENTBRITE,
    { new: 2, wrong: 1 },
    [
      ["5550001", "public"],
      ["5550002", "media"],
    ],
  ],
  ["Indico", INDICO, { new: 1, wrong: 1 }, [["1", "public"]]],
])(
  "a list of %s becomes passes by its references, and nothing of a person is kept (P1)",
  async (_, list, outcomes, made) => {
    const summary = await send(list);
    expect(summary).toMatchObject({ state: "preview", outcomes });
    expect(await confirm(summary.id)).toMatchObject({ state: "done", sample: [] });
    expect((await passes()).map(({ reference, category, label }) => [reference, category, label])).toEqual(
      made.map(([reference, category]) => [reference, category, null]),
    );
    const kept = await queryDatabase<{ text: string }>(
      api.database,
      `select (i::text || coalesce((select string_agg("values"::text, '') from import_row where import_id = i.id), '')) as text
     from import i where id = $1`,
      [summary.id],
    );
    expect(kept[0]?.text).not.toMatch(/Amina|Omar|example\.org/);
  },
);

test("the same list again makes no second pass; reissued, a pass is still the list's", async () => {
  const first = await send(EVENTBRITE);
  await confirm(first.id);
  const [row] = await passFile(first.id);
  const params = { slug, code: row?.[1] ?? "" };
  const reissued = await organiser.call(routes.reissuePass, { params, body: { reason: "lost" } });
  expect(reissued.pass.reference).toBe(row?.[0]);
  const references = (await passFile(first.id)).map(([reference]) => reference);
  expect(new Set(references)).toEqual(new Set(["5550001", "5550002"]));
  const again = await send(EVENTBRITE);
  expect(again.outcomes).toMatchObject({ same: 2, new: 0 });
  await confirm(again.id);
  expect((await passes()).filter(({ revoked }) => !revoked)).toHaveLength(2);
});

test("a ticket of another type waits for a person, and its pass is replaced when they say so", async () => {
  await confirm((await send(EVENTBRITE)).id);
  const changed = await send(EVENTBRITE.replace("Press", "Students"));
  expect(changed.outcomes).toMatchObject({ same: 1, doubtful: 1 });
  const params = { slug, id: changed.id };
  await organiser.call(routes.decideImportRows, { params, body: { all: "new" } });
  await confirm(changed.id);
  expect((await passes()).map(({ reference, category, revoked }) => [reference, category, revoked])).toEqual([
    ["5550001", "public", false],
    ["5550002", "media", true],
    ["5550002", "pupils", false],
  ]);
});

test("taken back, its passes are revoked, and how many had crossed is said", async () => {
  const { id } = await send(EVENTBRITE);
  await confirm(id);
  const [row] = await passFile(id);
  const gate = await edition.pair("G1");
  await gate.send([anEntry({ pass: row?.[2] ?? "" })]);
  const undone = await organiser.call(routes.undoImport, { params: { slug, id } });
  expect(undone).toMatchObject({ state: "undone", passesCrossed: 1 });
  expect((await passes()).every(({ revoked }) => revoked)).toBe(true);
  expect(await refusal(organiser.call(routes.importedPasses, { params: { slug, id } }))).toBe("transition_not_allowed");
});
