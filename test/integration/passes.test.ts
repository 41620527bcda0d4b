import type { Client } from "@abwab/api-client";
import { type IssuedPass, type NewPass, passTokenHeader, passTokenPayload, routes, toFacts } from "@abwab/contract";
import { connectToDatabase } from "@abwab/postgres";
import { createHash } from "node:crypto";
import type { App } from "../../apps/api/src/build-app.ts";
import { EditionDirectory } from "../../apps/api/src/editions/edition-directory.ts";
import { isRevoked, KnownPasses } from "../../apps/api/src/passes/known-passes.ts";
import { compactVerify, decodeProtectedHeader } from "jose";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestEdition } from "../support/test-edition.ts";

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

const DAY_MS = 24 * 60 * 60_000;
const issue = (body: Partial<NewPass> = {}): Promise<IssuedPass> =>
  administrator.call(routes.issuePass, { params: { slug: edition.slug }, body: { kind: "visitor", ...body } });
const get = (code: string) => administrator.call(routes.getPass, { params: { slug: edition.slug, code } });
const revoke = (code: string, reason = "lost") =>
  administrator.call(routes.revokePass, { params: { slug: edition.slug, code }, body: { reason } });
const keys = async () => (await administrator.call(routes.listPassKeys, { params: { slug: edition.slug } })).items;
const group = { kind: "group", label: "Lycée Ibn Khaldoun", group: { pupils: 40, adults: 3 } } as const;

async function verify(token: string, publicKey: string): Promise<unknown> {
  const jwk = { kty: "OKP", crv: "Ed25519", x: publicKey };
  const { payload } = await compactVerify(token, jwk, { algorithms: ["EdDSA"] });
  return JSON.parse(new TextDecoder().decode(payload));
}

describe("a pass", () => {
  it("is a token that the edition's public key verifies with no network, and that says what was asked for", async () => {
    const { pass, token } = await issue({ ...group, zones: ["P01"], validFrom: "2026-01-01T08:00:00.900+01:00" });
    const [key] = await keys();
    expect(passTokenHeader.parse(decodeProtectedHeader(token))).toEqual({ alg: "EdDSA", kid: key?.keyId });
    const payload = passTokenPayload.parse(await verify(token, key?.publicKey ?? ""));
    expect(payload.n).toBe(group.label);
    expect(toFacts(payload)).toEqual({
      code: pass.code,
      kind: "group",
      category: "pupils",
      group: group.group,
      zones: ["P01"],
      validFrom: Date.parse("2026-01-01T07:00:00Z"),
      validUntil: Date.parse(pass.validUntil ?? ""),
    });
  });

  it("is good until the end of the edition's last day", async () => {
    const { pass } = await issue();
    const left = Date.parse(pass.validUntil ?? "") - Date.now();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(DAY_MS + 60 * 60_000);
  });

  it("P1: is stored with the digest of its token, not the token", async () => {
    const { pass, token } = await issue();
    const [row] = await queryDatabase<{ row: string; good: boolean }>(
      api.database,
      "select pass::text as row, digest = sha256(convert_to($2, 'UTF8')) as good from pass where code = $1",
      [pass.code, token],
    );
    expect(row?.good).toBe(true);
    expect(row?.row).not.toContain(token.slice(-40));
  });

  it("has the same token whenever it is looked at, also by a code as it is typed", async () => {
    const { pass, token } = await issue(group);
    const typed = pass.code.toLowerCase().replace(/^(.{4})/, "$1-");
    expect(await get(typed)).toEqual({ pass, token, crossings: [] });
  });

  it("shows its crossings, the latest first, voided ones too", async () => {
    const { pass, token } = await issue();
    const [gate, door] = [await edition.pair("G1"), await edition.pair("P01-A")];
    const first = anEntry({ pass: token, occurredAt: new Date(Date.now() - 60_000).toISOString() });
    const second = anEntry({ pass: token });
    await gate.send([first]);
    await door.send([second]);
    await door.send([aVoid(second.id)]);
    const { crossings } = await get(pass.code);
    expect(crossings).toMatchObject([
      { entryId: second.id, zone: "P01", checkpoint: "P01-A", device: "kiosk at P01-A", direction: "in", voided: true },
      { entryId: first.id, zone: "SITE", checkpoint: "G1", device: "kiosk at G1", headcount: 1, voided: false },
    ]);
  });

  it.each<[string, Partial<NewPass>, string]>([
    ["a zone that isn't there", { zones: ["P99"] }, "zones"],
    ["a category that isn't there", { category: "martians" }, "category"],
    ["an end that has passed", { validUntil: "2020-01-01T00:00:00Z" }, "validUntil"],
    [
      "a beginning after its end",
      { validFrom: "2099-01-01T00:00:00Z", validUntil: "2098-01-01T00:00:00Z" },
      "validFrom",
    ],
    ["a visitor's name", { label: "Fatima" }, "label"],
    ["a group without its size", { kind: "group" }, "group"],
    ["a visitor that is a group", { group: { pupils: 1, adults: 1 } }, "group"],
    ["a group of nobody", { ...group, group: { pupils: 0, adults: 0 } }, "group"],
    ["a label that can't be stored", { ...group, label: "\0" }, "label"],
  ])("is refused as invalid with %s", async (_, body, path) => {
    await expect(issue(body)).rejects.toMatchObject({
      code: "invalid",
      errors: [expect.objectContaining({ path })],
    });
  });

  it("is not issued in an edition that is archived", async () => {
    await administrator.call(routes.changeEdition, { params: { slug: edition.slug }, body: { status: "closed" } });
    await administrator.call(routes.changeEdition, { params: { slug: edition.slug }, body: { status: "archived" } });
    expect(await refusal(issue())).toBe("edition_archived");
  });

  it("is issued by organisers, seen and revoked by supervisors, and nothing of it by viewers", async () => {
    const [organiser, supervisor, viewer] = await Promise.all([
      api.as("organiser"),
      api.as("supervisor"),
      api.as("viewer"),
    ]);
    const params = { slug: edition.slug };
    const { pass } = await organiser.call(routes.issuePass, { params, body: { kind: "visitor" } });
    const one = { ...params, code: pass.code };
    expect(await refusal(supervisor.call(routes.issuePass, { params, body: { kind: "visitor" } }))).toBe("forbidden");
    expect((await supervisor.call(routes.getPass, { params: one })).pass).toEqual(pass);
    expect(await refusal(supervisor.call(routes.reissuePass, { params: one, body: { reason: "x" } }))).toBe(
      "forbidden",
    );
    expect((await supervisor.call(routes.revokePass, { params: one, body: { reason: "x" } })).revokedAt).not.toBeNull();
    expect(await refusal(viewer.call(routes.getPass, { params: one }))).toBe("forbidden");
    expect(await refusal(organiser.call(routes.rotatePassKey, { params }))).toBe("forbidden");
  });

  it("of another edition is not found", async () => {
    const { pass } = await issue();
    edition = await createEdition(administrator, api.url);
    expect(await refusal(get(pass.code))).toBe("not_found");
    expect(await refusal(revoke(pass.code))).toBe("not_found");
    expect(await refusal(get("no code"))).toBe("not_found");
  });
});

describe("revoking", () => {
  it("is once as good as twice: the first reason stands", async () => {
    const { pass } = await issue();
    const revoked = await revoke(pass.code, "stolen");
    expect(revoked).toMatchObject({ code: pass.code, revokedReason: "stolen", replacedBy: null });
    expect(await revoke(pass.code, "again")).toEqual(revoked);
  });

  it("P2: is on the audit trail with its reason, as is issuing", async () => {
    const { pass } = await issue(group);
    await revoke(pass.code, "stolen");
    const events = await queryDatabase(
      api.database,
      "select action, after from audit_event where subject = $1 order by id",
      [`pass ${edition.slug}/${pass.code}`],
    );
    expect(events).toEqual([
      { action: "pass.issue", after: { kind: "group", category: "pupils", label: group.label } },
      { action: "pass.revoke", after: { reason: "stolen" } },
    ]);
  });

  it("by reissuing gives another pass that says the same", async () => {
    const { pass, token } = await issue({ ...group, zones: ["P01"] });
    const params = { slug: edition.slug, code: pass.code };
    const issued = await administrator.call(routes.reissuePass, { params, body: { reason: "torn" } });
    expect(issued.token).not.toBe(token);
    expect(issued.pass).toEqual({ ...pass, code: issued.pass.code, issuedAt: issued.pass.issuedAt });
    expect((await get(pass.code)).pass).toMatchObject({ revokedReason: "torn", replacedBy: issued.pass.code });
    expect((await get(issued.pass.code)).token).toBe(issued.token);
    expect(await refusal(administrator.call(routes.reissuePass, { params, body: { reason: "x" } }))).toBe(
      "pass_revoked",
    );
  });

  it("and reissuing at once, from two sides, leaves one good pass at most", async () => {
    const { pass } = await issue();
    const params = { slug: edition.slug, code: pass.code };
    await Promise.allSettled([
      administrator.call(routes.reissuePass, { params, body: { reason: "a" } }),
      administrator.call(routes.reissuePass, { params, body: { reason: "b" } }),
      revoke(pass.code),
    ]);
    const query = { state: "valid" } as const;
    const { items } = await administrator.call(routes.listPasses, { params: { slug: edition.slug }, query });
    expect(items.length).toBeLessThanOrEqual(1);
  });
});

describe("the list of passes", () => {
  const codes = async (query: object) => {
    const { items } = await administrator.call(routes.listPasses, { params: { slug: edition.slug }, query });
    return items.map((pass) => pass.code);
  };

  it("is told apart by kind, category, state and words", async () => {
    const visitor = (await issue()).pass.code;
    const school = (await issue(group)).pass.code;
    const badge = (await issue({ kind: "accreditation", category: "media", label: "2M" })).pass.code;
    await revoke(visitor);
    expect(await codes({})).toEqual([badge, school, visitor]);
    expect(await codes({ kind: "group" })).toEqual([school]);
    expect(await codes({ category: "media" })).toEqual([badge]);
    expect(await codes({ state: "revoked" })).toEqual([visitor]);
    expect(await codes({ state: "valid" })).toEqual([badge, school]);
    expect(await codes({ search: "ibn kh" })).toEqual([school]);
    expect(await codes({ search: school.toLowerCase().slice(0, 6) })).toEqual([school]);
    expect(await codes({ search: "" })).toHaveLength(3);
  });

  it("pages without gaps or doubles", async () => {
    for (let count = 0; count < 7; count += 1) await issue();
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const query = { limit: 3, ...(cursor ? { cursor } : {}) };
      const page = await administrator.call(routes.listPasses, { params: { slug: edition.slug }, query });
      seen.push(...page.items.map((pass) => pass.code));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(await codes({}));
    expect(new Set(seen).size).toBe(7);
  });

  const strangeCursor = Buffer.from(JSON.stringify({ issuedAt: "2025-05-17T10:00:00Z", code: "\0" }));
  it.each([
    { cursor: "nonsense" },
    { cursor: strangeCursor.toString("base64url") },
    { search: "\0" },
    { batch: "x" },
    { limit: 0 },
    { kind: "dog" },
  ])("refuses %j as invalid", async (query) => {
    expect(await refusal(codes(query))).toBe("invalid");
  });
});

describe("keys", () => {
  it("are one for each edition from its beginning", async () => {
    expect(await keys()).toMatchObject([{ retiredAt: null, revokedAt: null }]);
  });

  it("rotate: the new one signs, and what the former one signed stays good", async () => {
    const before = await issue();
    const key = await administrator.call(routes.rotatePassKey, { params: { slug: edition.slug } });
    const after = await issue();
    expect([before.pass.keyId, after.pass.keyId]).toEqual([(await keys())[1]?.keyId, key.keyId]);
    expect((await keys())[1]).toMatchObject({ retiredAt: expect.any(String), revokedAt: null });
    expect((await get(before.pass.code)).pass.revokedAt).toBeNull();
  });

  it("rotated while a pass is being issued: the new one signs it", async () => {
    const rotation = await connectToDatabase(api.database.url);
    try {
      await rotation.query("begin");
      const { rows } = await rotation.query<{ key: object }>(
        `update pass_key set retired_at = now() from edition where edition.id = edition_id and slug = $1
         returning to_jsonb(pass_key) || '{"key_id": "another", "retired_at": null}' as key`,
        [edition.slug],
      );
      await rotation.query("insert into pass_key select * from jsonb_populate_record(null::pass_key, $1)", [
        rows[0]?.key,
      ]);
      const issued = issue();
      // Until it waits for the rotation.
      const isWaiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      while ((await queryDatabase(api.database, isWaiting)).length === 0);
      await rotation.query("commit");
      expect((await issued).pass.keyId).toBe("another");
    } finally {
      await rotation.end();
    }
  });

  it("revoked take all that they signed with them; without another one nothing is issued", async () => {
    const { pass } = await issue();
    const params = { slug: edition.slug, keyId: pass.keyId };
    const revoked = await administrator.call(routes.revokePassKey, { params, body: { reason: "leaked" } });
    expect((await get(pass.code)).pass).toMatchObject({ revokedAt: revoked.revokedAt, revokedReason: null });
    expect(await refusal(issue())).toBe("no_signing_key");
    await administrator.call(routes.rotatePassKey, { params: { slug: edition.slug } });
    expect((await issue()).pass.revokedAt).toBeNull();
  });

  it("of an edition from before there were passes come with the first pass, one for all who ask at once", async () => {
    await queryDatabase(
      api.database,
      "delete from pass_key where edition_id = (select id from edition where slug = $1)",
      [edition.slug],
    );
    await Promise.all([issue(), issue(), issue()]);
    expect(await keys()).toHaveLength(1);
  });

  it("are not found by what is no key's name", async () => {
    for (const keyId of ["another", "\0", "x".repeat(100)]) {
      const params = { slug: edition.slug, keyId };
      expect(await refusal(administrator.call(routes.revokePassKey, { params, body: { reason: "leaked" } }))).toBe(
        "not_found",
      );
    }
  });

  it("show their private halves to nobody", async () => {
    const [key] = await keys();
    expect(Object.keys(key ?? {})).toEqual(["keyId", "publicKey", "createdAt", "retiredAt", "revokedAt"]);
  });
});

describe("what was shown at a door", () => {
  const find = async (shown: string[], server: App = api.app) => {
    const { id } = await server.nest.get(EditionDirectory).bySlug(edition.slug);
    return server.nest.get(KnownPasses).find(id, shown);
  };

  it("is the pass by its token and by its code however it is typed, with one digest", async () => {
    const { pass, token } = await issue(group);
    const typed = ` ${pass.code.slice(0, 4)}-${pass.code.slice(4, 8)}-${pass.code.slice(8)}`.toLowerCase();
    for (const found of [await find([token, typed, token]), await find([typed, token])]) {
      expect([...found.keys()].toSorted()).toEqual([token, typed].toSorted());
      expect(found.get(token)).toEqual(found.get(typed));
      expect(found.get(token)).toMatchObject({
        facts: { code: pass.code, kind: "group", group: group.group, zones: null },
        digest: createHash("sha256").update(token).digest("hex"),
        keyId: pass.keyId,
      });
    }
  });

  it("is unknown when it is of another edition, not the whole token or nothing at all; and known once issued", async () => {
    const { pass, token } = await issue();
    const shown = [token.slice(0, -1), "0000-0000-0000", "", "\0"];
    const found = await find(shown);
    expect(shown.map((text) => found.get(text))).toEqual([undefined, undefined, undefined, undefined]);
    edition = await createEdition(administrator, api.url);
    expect((await find([token, pass.code])).get(token)).toBeUndefined();
  });

  it("is revoked for every server within a second of its revocation, or its key's", async () => {
    const other = await api.startAnother();
    const [single, keyed] = [await issue(), await issue()];
    const found = await find([single.token, keyed.token], other.app);
    const isRevokedThere = async ({ token }: IssuedPass): Promise<boolean | undefined> => {
      const configuration = await other.app.nest.get(EditionDirectory).bySlug(edition.slug);
      const pass = found.get(token);
      return pass && isRevoked(configuration, pass);
    };
    expect([await isRevokedThere(single), await isRevokedThere(keyed)]).toEqual([false, false]);
    await revoke(single.pass.code);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect([await isRevokedThere(single), await isRevokedThere(keyed)]).toEqual([true, false]);
    const params = { slug: edition.slug, keyId: keyed.pass.keyId };
    await administrator.call(routes.revokePassKey, { params, body: { reason: "leaked" } });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await isRevokedThere(keyed)).toBe(true);
  });
});

it("a pass of an organisation that the edition lacks is refused, one by one or in a batch", async () => {
  const organisationId = crypto.randomUUID();
  const errors = [{ path: "organisationId", code: "unknown_organisation", message: expect.any(String) }];
  await expect(issue({ organisationId })).rejects.toMatchObject({ code: "invalid", errors });
  const body = { kind: "visitor", count: 2, organisationId } as const;
  await expect(
    administrator.call(routes.createPassBatch, { params: { slug: edition.slug }, body }),
  ).rejects.toMatchObject({ code: "invalid", errors });
});
