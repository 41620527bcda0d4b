import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { connectToDatabase } from "@abwab/postgres";
import { AuditSealer } from "../../apps/api/src/audit/audit-sealer.ts";
import { recount } from "../../tools/verify/recount.ts";
import { createPark } from "../support/create-park.ts";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { signIn, startTestApi, type TestApi } from "../support/test-api.ts";

const PASSWORD = "correct horse battery";
let api: TestApi;
let root: Client;
beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
  await createPark(root, { slug: "park", status: "open" });
});
afterAll(() => api[Symbol.asyncDispose]());

/** A name that nobody else has. */
const newName = () => `Zineb ${crypto.randomUUID().slice(0, 8)}`;

/** One person in the places that a route leads to. */
async function everywhere() {
  const name = newName();
  const email = `${crypto.randomUUID()}@example.ma`;
  const params = { slug: "park" };
  await root.call(routes.createPerson, { body: { email, name, role: "organiser", password: PASSWORD } });
  await root.call(routes.createOperator, {
    params,
    body: { code: crypto.randomUUID().slice(0, 8).toUpperCase(), name },
  });
  const contact = { name, phone: "+212 6 12 34 56 78", email };
  await root.call(routes.createOrganisation, { params, body: { type: "school", nameFr: "Ennour", contact } });
  const schedule = { name: "Evening", reports: ["day" as const], locales: ["en" as const], moment: "closing" as const };
  await root.call(routes.createReportSchedule, { params, body: { ...schedule, emails: [email] } });
  const client = await signIn(api.url, { email, password: PASSWORD });
  await client.call(routes.changeZone, { params: { slug: "park", code: "P01" }, body: { capacity: 70 } });
  return { name, email };
}
const find = async (text: string) => (await root.call(routes.findPerson, { body: { text } })).items;
const erase = (items: { kind: "account" | "operator" | "contact"; key: string }[]) =>
  root.call(routes.erasePerson, { body: { items } });
const differences = async () => {
  await api.app.nest.get(AuditSealer).seal();
  const client = await connectToDatabase(api.database.url);
  try {
    return (await recount(client)).differences;
  } finally {
    await client.end();
  }
};

describe("P1: one person", () => {
  it("is found wherever they are kept, by name, address and the end of a number", async () => {
    const { name, email } = await everywhere();
    expect((await find(name)).map(({ kind }) => kind).toSorted()).toEqual(["account", "contact", "operator"]);
    expect((await find(email)).map(({ kind }) => kind).toSorted()).toEqual(["account", "contact", "recipient"]);
    const byNumber = await find("0612345678");
    expect(byNumber.some(({ values }) => values["name"] === name)).toBe(true);
    expect(await find(`${name}%`)).toEqual([]);
  });

  it("is erased, and nothing of them is left in the database, the trail neither", async () => {
    const { name, email } = await everywhere();
    const addressed = (await find(email)).filter(({ kind }) => kind === "recipient");
    const items = [...(await find(name)), ...addressed].map(({ kind, key }) => ({ kind, key }) as never);
    expect(JSON.stringify(items)).not.toContain(email);
    const { places, events } = await erase(items);
    expect(places).toBe(4);
    expect(events).toBeGreaterThan(2);
    expect(await find(name)).toEqual([]);
    expect(await find(email)).toEqual([]);
    const tables = await queryDatabase<{ name: string }>(
      api.database,
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    const left: string[] = [];
    for (const { name: table } of tables) {
      const rows = await queryDatabase(
        api.database,
        `select 1 from "${table}" as kept where kept::text like $1 or kept::text like $2`,
        [`%${name}%`, `%${email}%`],
      );
      if (rows.length > 0) left.push(table);
    }
    expect(left).toEqual([]);
    expect(await refusal(signIn(api.url, { email, password: PASSWORD }))).toBe("bad_credentials");
  });

  it("P2: leaves a trail that says that it was done and by whom, and whose chain holds", async () => {
    const { name } = await everywhere();
    await api.app.nest.get(AuditSealer).seal();
    expect(await differences()).toEqual([]);
    const { id } = await erase((await find(name)).map(({ kind, key }) => ({ kind, key }) as never));
    expect(await differences()).toEqual([]);
    const { items } = await root.call(routes.listAudit, { query: {} });
    const event = items.find(({ subject }) => subject === `personal-data ${id}`);
    expect(event).toMatchObject({ action: "personal-data.erase", actorName: "admin@example.org", erased: false });
    expect(items.filter(({ erased }) => erased).length).toBeGreaterThan(2);
    expect(JSON.stringify(items)).not.toContain(name);
  });

  it("P2: an event that is emptied without an erasure is found, and so is one that is altered beside it", async () => {
    await everywhere();
    await api.app.nest.get(AuditSealer).seal();
    const empty = `update audit_event set values_digest = audit_values(audit_event), salt = null, subject = 'gone'
      where seq = (select max(seq) from audit_event where values_digest is null)`;
    const [before] = await queryDatabase<{ seq: string }>(
      api.database,
      "select max(seq) as seq from audit_event where values_digest is null",
    );
    await queryDatabase(api.database, empty);
    const what = (await differences()).map((difference) => difference.what);
    expect(what).toEqual([
      expect.stringMatching(new RegExp(`^event ${before?.seq}, .* was emptied without an erasure$`)),
    ]);
    await queryDatabase(api.database, `update audit_event set action = 'zone.change' where seq = ${before?.seq}`);
    expect(await differences()).toHaveLength(2);
  });

  it("is not oneself, and all of it goes or nothing", async () => {
    const { name } = await everywhere();
    const [own] = await find("admin@example.org");
    const others = (await find(name)).map(({ kind, key }) => ({ kind, key }) as never);
    const both = [...others, { kind: "account", key: own?.key ?? "" } as never];
    expect(await refusal(erase(both))).toBe("in_use");
    expect(await find(name)).toHaveLength(3);
  });

  it("is looked for by three letters, not by fewer", async () => {
    expect(await refusal(find("Zi"))).toBe("invalid");
  });
});
