import type { Client } from "@abwab/api-client";
import { type Organisation, routes } from "@abwab/contract";
import { v7 as newId } from "uuid";
import { PersonalDataPurge } from "../../apps/api/src/personal-data/personal-data-purge.ts";
import { queryDatabase } from "../support/query-database.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition, type TestEdition } from "../support/test-edition.ts";

// To come, so that the job itself finds nothing to do meanwhile.
const LAST_DAY = "2099-07-20";
/** The first moment of the 30th day after, in the edition's time zone. */
const DUE = Date.parse("2099-08-19T00:00:00+01:00");
const CONTACT = { name: "Samira", phone: "+212600000000", email: "samira@example.org" };

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let school: Organisation;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  edition = await createEdition(administrator, api.url, {
    days: ["2099-07-19", LAST_DAY].map((date) => ({ date, opensAt: "09:00", closesAt: "18:00" })),
  });
  const body = { type: "school", nameFr: "Ennour", contact: CONTACT } as const;
  school = await administrator.call(routes.createOrganisation, { params: { slug: edition.slug }, body });
});

const purge = (now: number) => api.app.nest.get(PersonalDataPurge).purge(now);
const contactNow = async () => {
  const params = { slug: edition.slug, id: school.id };
  return (await administrator.call(routes.getOrganisation, { params })).contact;
};
const found = async (search: string) => {
  const { items } = await administrator.call(routes.listOrganisations, {
    params: { slug: edition.slug },
    query: { search },
  });
  return items.length;
};

describe("P1: 30 days after an edition's last day", () => {
  it("contacts are purged, not a moment before", async () => {
    expect(await found("Samira")).toBe(1);
    expect(await purge(DUE - 1)).not.toContain(edition.slug);
    expect(await contactNow()).toEqual(CONTACT);
    expect(await purge(DUE)).toContain(edition.slug);
    expect(await contactNow()).toBeNull();
    expect(await found("Samira")).toBe(0);
    expect(await found("Ennour")).toBe(1);
    expect(await purge(DUE)).not.toContain(edition.slug);
  });

  it("so are the names of accredited journalists, of archived editions too", async () => {
    const id = newId();
    await queryDatabase(
      api.database,
      `insert into accreditation (id, edition_id, organisation_id, holder, duty, pass_code)
       select $1, edition_id, id, 'Karim', 'Camera', $3 from organisation where id = $2`,
      [id, school.id, id],
    );
    for (const status of ["closed", "archived"] as const) {
      await administrator.call(routes.changeEdition, { params: { slug: edition.slug }, body: { status } });
    }
    await purge(DUE);
    const rows = await queryDatabase(api.database, "select holder, duty from accreditation where id = $1", [id]);
    expect(rows).toEqual([{ holder: null, duty: "Camera" }]);
  });

  it("so are the lists that they came in: the file, and what its rows say of persons", async () => {
    const id = newId();
    await queryDatabase(
      api.database,
      `with list as (
         insert into import (id, edition_id, subject, file_name, content, state, reading, found)
         select $1, edition_id, 'organisations', 'list.csv', 'Samira', 'done', '{}', '{"columns": ["a"], "sample": [["Samira"]]}'
         from organisation where id = $2 returning id
       )
       insert into import_row (import_id, row, outcome, values, before, cells, problems)
       select id, 1, 'changed', '{"nameFr": "Ennour", "contactName": "Samira"}', '{"contactName": "Karim"}',
         array['Samira'], '[{"field": "contactPhone", "code": "not_a_phone", "value": "Samira"}]' from list`,
      [id, school.id],
    );
    await purge(DUE);
    const rows = await queryDatabase(
      api.database,
      `select content, found, values, before, cells, problems from import join import_row on import_id = id where id = $1`,
      [id],
    );
    expect(rows).toEqual([
      { content: null, found: { columns: ["a"] }, values: { nameFr: "Ennour" }, before: {}, cells: [], problems: [] },
    ]);
  });

  it("P2 the trail says that it was done, and how much", async () => {
    await purge(DUE);
    const { items } = await administrator.call(routes.listAudit, { query: { limit: 500 } });
    const event = items.find(
      ({ action, subject }) => action === "personal-data.purge" && subject.endsWith(edition.slug),
    );
    expect(event).toMatchObject({ actorName: "system", after: { contacts: 1, holders: 0, lists: 0 } });
  });
});
