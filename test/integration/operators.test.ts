import type { Client } from "@abwab/api-client";
import { type NewOperator, PIN_ROUNDS, routes } from "@abwab/contract";
import { pbkdf2Sync } from "node:crypto";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition, type TestEdition } from "../support/test-edition.ts";

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

const add = (body: Partial<NewOperator> = {}) =>
  administrator.call(routes.createOperator, {
    params: { slug: edition.slug },
    body: { code: "A1", name: "Amina", ...body },
  });
const change = (code: string, body: object) =>
  administrator.call(routes.changeOperator, { params: { slug: edition.slug, code }, body });
const accreditation = async (): Promise<string> => {
  const params = { slug: edition.slug };
  const { pass } = await administrator.call(routes.issuePass, { params, body: { kind: "accreditation" } });
  return pass.code;
};
const onDevices = async () => {
  const gate = await edition.pair("G1");
  return (await gate.client.call(routes.deviceConfiguration)).operators;
};

describe("an operator", () => {
  it("signs on with a PIN, of which a slow hash lies on the devices, without a name", async () => {
    expect(await add({ pin: "2468" })).toEqual({ code: "A1", name: "Amina", hasPin: true, badge: null, active: true });
    const hash = pbkdf2Sync("2468", `${edition.slug}:A1`, PIN_ROUNDS, 32, "sha256").toString("base64url");
    expect(await onDevices()).toEqual([{ code: "A1", pinHash: hash, badge: null }]);
  });

  it("signs on with a badge: an accreditation of the edition that nobody else wears", async () => {
    const badge = await accreditation();
    await add({ badge });
    expect(await onDevices()).toEqual([{ code: "A1", pinHash: null, badge }]);
    await expect(add({ code: "A2", badge })).rejects.toMatchObject({ code: "invalid", errors: [{ path: "badge" }] });
    expect(await change("A1", { badge, name: "Amina B." })).toMatchObject({ badge, name: "Amina B." });
  });

  it("wears no visitor's pass, none of another edition and none that was revoked", async () => {
    const params = { slug: edition.slug };
    const { pass: visitor } = await administrator.call(routes.issuePass, { params, body: { kind: "visitor" } });
    expect(await refusal(add({ badge: visitor.code }))).toBe("invalid");
    const badge = await accreditation();
    await administrator.call(routes.revokePass, { params: { ...params, code: badge }, body: { reason: "lost" } });
    expect(await refusal(add({ badge }))).toBe("invalid");
    const elsewhere = await accreditation();
    edition = await createEdition(administrator, api.url);
    expect(await refusal(add({ badge: elsewhere }))).toBe("invalid");
  });

  it("who was let go is on no device until taken back", async () => {
    await add({ pin: "2468" });
    await change("A1", { active: false });
    expect(await onDevices()).toEqual([]);
    await change("A1", { active: true });
    expect(await onDevices()).toHaveLength(1);
  });

  it("has a code of their own", async () => {
    await add();
    expect(await refusal(add())).toBe("already_exists");
    await administrator.call(routes.removeOperator, { params: { slug: edition.slug, code: "A1" } });
    expect(await refusal(change("A1", { name: "x" }))).toBe("not_found");
    expect(await add()).toMatchObject({ code: "A1" });
  });

  it("P2: is on the audit trail without any PIN", async () => {
    await add({ pin: "2468" });
    await change("A1", { pin: "13579", name: "Amina B." });
    await change("A1", { pin: null });
    const events = await queryDatabase(
      api.database,
      "select action, before, after from audit_event where subject = $1 order by id",
      [`operator ${edition.slug}/A1`],
    );
    expect(events).toEqual([
      {
        action: "operator.create",
        before: null,
        after: { code: "A1", name: "Amina", hasPin: true, badge: null, active: true },
      },
      { action: "operator.change", before: { name: "Amina" }, after: { name: "Amina B.", pin: "another" } },
      { action: "operator.change", before: {}, after: { pin: "none" } },
    ]);
  });

  it.each([{ code: "a1" }, { code: "TOOLONGCODE" }, { pin: "12a4" }, { pin: "123" }, { name: "" }, { badge: "x" }])(
    "is refused as invalid with %j",
    async (body) => {
      expect(await refusal(add(body))).toBe("invalid");
    },
  );

  it("is organisers' business; supervisors see the list, page by page", async () => {
    for (const code of ["B2", "A1", "C3"]) await add({ code });
    const [supervisor, viewer] = [await api.as("supervisor"), await api.as("viewer")];
    const params = { slug: edition.slug };
    const first = await supervisor.call(routes.listOperators, { params, query: { limit: 2 } });
    const second = await supervisor.call(routes.listOperators, {
      params,
      query: { limit: 2, cursor: first.nextCursor ?? "" },
    });
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(["A1", "B2", "C3"]);
    expect(await refusal(supervisor.call(routes.createOperator, { params, body: { code: "D4", name: "x" } }))).toBe(
      "forbidden",
    );
    expect(await refusal(viewer.call(routes.listOperators, { params }))).toBe("forbidden");
  });
});
