import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { createHash } from "node:crypto";
import { v7 as newId } from "uuid";
import { issueGroupPass, issuePass } from "../support/issue-pass.ts";
import { queryDatabase } from "../support/query-database.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import {
  anEntry,
  aVoid,
  createEdition,
  deviceWith,
  type TestDevice,
  type TestEdition,
} from "../support/test-edition.ts";
import { setPolicy } from "../support/zone-policy.ts";

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let gate: TestDevice;
let otherGate: TestDevice;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

beforeEach(async () => {
  edition = await createEdition(administrator, api.url);
  [gate, otherGate] = [await edition.pair("G1"), await edition.pair("G2")];
});

type Given = Parameters<typeof anEntry>[0];
const sent = async (device: TestDevice, entry: ReturnType<typeof anEntry>) => (await device.send([entry])).results[0];
const ask = (device: TestDevice, pass: string, given: Given = {}) =>
  sent(device, anEntry({ claim: "ask", pass, ...given }));
const happened = (device: TestDevice, pass: string, given: Given = {}) => sent(device, anEntry({ pass, ...given }));
const site = (
  ...given: Parameters<typeof setPolicy> extends [unknown, unknown, unknown, ...infer Rest] ? Rest : never
) => setPolicy(administrator, edition.slug, "SITE", ...given);
const digestsOf = async (id: string) =>
  (
    await queryDatabase<{ digest: string | null }>(
      api.database,
      "select encode(pass_digest, 'hex') as digest from ledger where id = $1",
      [id],
    )
  ).map((row) => row.digest);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const admitted = { status: "recorded", verdict: { admit: true, reason: "ok" } };
const refusedFor = (reason: string) => ({
  status: "refused",
  code: "not_admitted",
  verdict: { admit: false, reason },
});

describe("asks", () => {
  test.each(["count", "unlimited"] as const)("A1: in mode %s a pass comes in again and again", async (mode) => {
    await site({ mode });
    const { token } = await issuePass(administrator, edition.slug);
    expect(await ask(gate, token)).toMatchObject(admitted);
    expect(await ask(otherGate, token)).toMatchObject(admitted);
  });

  test("A1: once: a pass comes in at one gate, and after leaving at no other", async () => {
    await site({ mode: "once" });
    const { token } = await issuePass(administrator, edition.slug);
    expect(await ask(gate, token)).toMatchObject(admitted);
    expect(await ask(gate, token, { direction: "out" })).toMatchObject(admitted);
    expect(await ask(otherGate, token)).toMatchObject(refusedFor("already_used"));
  });

  test("A1: daily: once on each local day", async () => {
    await site({ mode: "daily" });
    const { token } = await issuePass(administrator, edition.slug, { validFrom: minutesAgo(3 * 24 * 60) });
    await happened(gate, token, { occurredAt: minutesAgo(24 * 60) });
    expect(await ask(gate, token)).toMatchObject(admitted);
    expect(await ask(otherGate, token)).toMatchObject(refusedFor("already_used_today"));
  });

  test("A1: in and out: who is inside leaves first, by whichever gate", async () => {
    await site({ mode: "in_out" });
    const { token } = await issuePass(administrator, edition.slug);
    expect(await ask(gate, token)).toMatchObject(admitted);
    expect(await ask(otherGate, token)).toMatchObject(refusedFor("already_inside"));
    await happened(otherGate, token, { direction: "out" });
    expect(await ask(gate, token)).toMatchObject(admitted);
  });

  test("A1: what was taken back has not been used, nor what was used in another zone", async () => {
    await site({ mode: "once" });
    await setPolicy(administrator, edition.slug, "P01", { mode: "once" });
    const { token } = await issuePass(administrator, edition.slug);
    await happened(await edition.pair("P01-A"), token);
    const id = newId();
    expect(await ask(gate, token, { id })).toMatchObject(admitted);
    await gate.send([aVoid(id)]);
    expect(await ask(otherGate, token)).toMatchObject(admitted);
  });

  test("A1: a revoked pass is refused, as is another edition's, and none where one is asked for", async () => {
    await site({ mode: "daily" });
    const revoked = await issuePass(administrator, edition.slug);
    await administrator.call(routes.revokePass, {
      params: { slug: edition.slug, code: revoked.pass.code },
      body: { reason: "lost" },
    });
    const foreign = await issuePass(administrator, (await createEdition(administrator, api.url)).slug);
    expect(await ask(gate, revoked.token)).toMatchObject(refusedFor("revoked_pass"));
    expect(await ask(gate, revoked.pass.code)).toMatchObject(refusedFor("revoked_pass"));
    expect(await ask(gate, foreign.token)).toMatchObject(refusedFor("unknown_pass"));
    expect(await sent(gate, anEntry({ claim: "ask" }))).toMatchObject(refusedFor("pass_required"));
  });

  test("A1: a pass is revoked with its key", async () => {
    const { token, pass } = await issuePass(administrator, edition.slug);
    await administrator.call(routes.revokePassKey, {
      params: { slug: edition.slug, keyId: pass.keyId },
      body: { reason: "stolen" },
    });
    expect(await ask(gate, token)).toMatchObject(refusedFor("revoked_pass"));
    expect(await happened(gate, token)).toMatchObject({ status: "recorded", flags: ["revoked_pass"] });
  });

  test("A1: a code that was typed, in any spelling, is the same pass as its token", async () => {
    await site({ mode: "once" });
    const { token, pass } = await issuePass(administrator, edition.slug);
    const typed = pass.code.toLowerCase().replace(/^(.{4})(.{4})/, "$1-$2 ");
    const id = newId();
    expect(await ask(gate, typed, { id })).toMatchObject(admitted);
    expect(await ask(otherGate, token)).toMatchObject(refusedFor("already_used"));
    expect(await digestsOf(id)).toEqual([sha256(token)]);
  });

  test("A1: zones, bounds and categories of the pass hold", async () => {
    const elsewhere = await issuePass(administrator, edition.slug, { zones: ["P01"] });
    const early = await issuePass(administrator, edition.slug, {
      validFrom: minutesAgo(-60),
      validUntil: minutesAgo(-120),
    });
    const media = await issuePass(administrator, edition.slug, { kind: "accreditation", category: "media" });
    await site({ categories: ["public"] });
    expect(await ask(gate, elsewhere.token)).toMatchObject(refusedFor("zone_not_allowed"));
    expect(await ask(gate, early.token)).toMatchObject(refusedFor("not_yet_valid"));
    expect(await ask(gate, media.token)).toMatchObject(refusedFor("category_not_allowed"));
  });

  test("A1: twenty asks about one pass at two servers in one instant let it in once", async () => {
    await site({ mode: "once" });
    const other = await api.startAnother();
    const desks = [gate, deviceWith(other.url, otherGate.id, otherGate.token)];
    for (let round = 0; round < 3; round += 1) {
      const { token } = await issuePass(administrator, edition.slug);
      const results = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(desks[index % 2] ?? gate, token)));
      expect(results.filter((result) => result?.verdict?.admit)).toHaveLength(1);
      expect(results.filter((result) => result?.verdict?.reason === "already_used")).toHaveLength(19);
    }
  });

  test("A1: of asks in one request the first is let in", async () => {
    await site({ mode: "once" });
    const { token } = await issuePass(administrator, edition.slug);
    const { results } = await gate.send([1, 2, 3].map(() => anEntry({ claim: "ask", pass: token })));
    expect(results.map((result) => result.verdict?.reason)).toEqual(["ok", "already_used", "already_used"]);
  });

  test("E2: one ask that comes ten times to two servers at once is answered alike", async () => {
    await site({ mode: "once" });
    const other = await api.startAnother();
    const { token } = await issuePass(administrator, edition.slug);
    await happened(otherGate, token);
    const elsewhere = deviceWith(other.url, gate.id, gate.token);
    const refused = anEntry({ claim: "ask", pass: token });
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) => sent(index % 2 === 0 ? gate : elsewhere, refused)),
    );
    for (const result of results) expect(result).toMatchObject(refusedFor("already_used"));
  });

  test("A4: where being seen is a risk no pass is looked at, known or not", async () => {
    await site({ mode: "once", anonymousOnly: true });
    const { token } = await issuePass(administrator, edition.slug);
    const id = newId();
    expect(await ask(gate, token, { id })).toMatchObject({ ...admitted, flags: [] });
    expect(await ask(otherGate, token)).toMatchObject(admitted);
    expect(await happened(gate, "no pass at all")).toMatchObject({ status: "recorded", flags: [] });
    expect(await digestsOf(id)).toEqual([null]);
  });

  test("A4: what was rehearsed has not been used once the edition is open", async () => {
    const draft = await createEdition(administrator, api.url, { status: "draft" });
    await setPolicy(administrator, draft.slug, "SITE", { mode: "once" });
    const kiosk = await draft.pair("G1");
    const { token } = await issuePass(administrator, draft.slug);
    expect(await ask(kiosk, token)).toMatchObject({ ...admitted, flags: ["rehearsal"] });
    expect(await ask(kiosk, token)).toMatchObject(refusedFor("already_used"));
    await administrator.call(routes.changeEdition, { params: { slug: draft.slug }, body: { status: "open" } });
    expect(await ask(kiosk, token)).toMatchObject({ ...admitted, flags: [] });
  });

  test("an archived edition refuses every ask, and answers what it had recorded", async () => {
    const { token, pass } = await issuePass(administrator, edition.slug);
    const entry = anEntry({ pass: pass.code });
    await gate.send([entry]);
    for (const status of ["closed", "archived"] as const) {
      await administrator.call(routes.changeEdition, { params: { slug: edition.slug }, body: { status } });
    }
    expect(await ask(gate, token)).toMatchObject({ status: "refused", code: "edition_archived" });
    expect(await sent(gate, entry)).toMatchObject({ status: "duplicate" });
    expect(await sent(gate, { ...entry, pass: token })).toMatchObject({ status: "duplicate" });
    expect(await sent(gate, { ...entry, pass: "another" })).toMatchObject({ code: "id_reused" });
  });
});

describe("capacity", () => {
  const fill = (headcount: number) => gate.send([anEntry({ headcount })]);
  const askFor = (headcount: number, device = gate) => sent(device, anEntry({ claim: "ask", headcount }));

  test("A1: refuse: the last places go to those who fit, and exits make room", async () => {
    await site({ overCapacity: "refuse" }, { capacity: 10 });
    await fill(8);
    expect(await askFor(3)).toMatchObject(refusedFor("zone_full"));
    expect(await askFor(2)).toMatchObject(admitted);
    expect(await askFor(1)).toMatchObject(refusedFor("zone_full"));
    await gate.send([anEntry({ direction: "out", headcount: 4 })]);
    expect(await askFor(1)).toMatchObject(admitted);
  });

  test("A1: refuse: no more than the capacity come in, though twenty ask two servers at once", async () => {
    await site({ overCapacity: "refuse" }, { capacity: 7 });
    const other = await api.startAnother();
    const elsewhere = deviceWith(other.url, otherGate.id, otherGate.token);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, it) => askFor(1, it % 2 === 0 ? gate : elsewhere)),
    );
    expect(results.filter((result) => result?.verdict?.admit)).toHaveLength(7);
  });

  test("A1: refuse: within one request each counts for the next, a double of what was recorded does not", async () => {
    await site({ overCapacity: "refuse" }, { capacity: 4 });
    const before = anEntry({ headcount: 2 });
    await gate.send([before]);
    const { results } = await gate.send([
      before,
      anEntry({ claim: "ask" }),
      anEntry({ direction: "out" }),
      anEntry({ claim: "ask", headcount: 2 }),
      anEntry({ claim: "ask" }),
    ]);
    expect(results.map((result) => result.verdict?.reason)).toEqual([undefined, "ok", undefined, "ok", "zone_full"]);
  });

  test("E2: warn: it is let in, is told so, and is told so again when it asks again", async () => {
    await site({ overCapacity: "warn" }, { capacity: 5 });
    await fill(5);
    const entry = anEntry({ claim: "ask" });
    const warned = { flags: ["over_capacity"], verdict: { admit: true, reason: "over_capacity" } };
    expect(await sent(gate, entry)).toMatchObject({ status: "recorded", ...warned });
    await gate.send([anEntry({ direction: "out", headcount: 5 })]);
    expect(await sent(gate, entry)).toMatchObject({ status: "duplicate", ...warned });
  });

  test("A1: count on: it is let in as if there were room, and flagged", async () => {
    await site({ overCapacity: "count_on" }, { capacity: 5 });
    await fill(5);
    expect(await askFor(1)).toMatchObject({ ...admitted, flags: ["over_capacity"] });
  });

  test("A1: where no exits are counted nobody knows how many are inside, and nobody is refused for it", async () => {
    await setPolicy(administrator, edition.slug, "ARENA", { overCapacity: "refuse" }, { capacity: 1 });
    const door = await edition.pair("ARENA-A");
    await door.send([anEntry({ headcount: 3 })]);
    expect(await askFor(1, door)).toMatchObject({ ...admitted, flags: [] });
  });
});

describe("groups", () => {
  test("A1: a school comes in two buses, and no more than it has; each answer says how many had come", async () => {
    await site({ mode: "once" });
    const { token } = await issueGroupPass(administrator, edition.slug, 40, 4);
    expect(await ask(gate, token, { headcount: 30 })).toMatchObject({ ...admitted, groupArrived: 0 });
    expect(await ask(otherGate, token, { headcount: 15 })).toMatchObject({
      ...refusedFor("group_complete"),
      groupArrived: 30,
    });
    expect(await ask(otherGate, token, { headcount: 14 })).toMatchObject({ ...admitted, groupArrived: 30 });
  });

  test("E2: how many had come is told again as at the first time, let in or not", async () => {
    await site({ mode: "once" });
    const { token } = await issueGroupPass(administrator, edition.slug, 10, 0);
    await happened(gate, token, { headcount: 4 });
    const [letIn, refused] = [2, 9].map((headcount) => anEntry({ claim: "ask", pass: token, headcount }));
    if (letIn === undefined || refused === undefined) throw new Error("two asks");
    await gate.send([letIn]);
    await gate.send([refused]);
    await happened(gate, token, { headcount: 3 });
    expect(await sent(gate, letIn)).toMatchObject({ status: "duplicate", groupArrived: 4 });
    expect(await sent(gate, refused)).toMatchObject({ ...refusedFor("group_complete"), groupArrived: 6 });
  });

  test("a zone without a limit still says how many of the group had come", async () => {
    const { token } = await issueGroupPass(administrator, edition.slug, 10, 0);
    await happened(gate, token, { headcount: 9 });
    expect(await ask(gate, token, { headcount: 9 })).toMatchObject({ ...admitted, groupArrived: 9 });
    expect((await happened(gate, token))?.groupArrived).toBeUndefined();
  });
});

describe("what happened", () => {
  test.each([
    ["once", ["duplicate_pass"]],
    ["daily", ["duplicate_pass"]],
    ["in_out", ["duplicate_pass"]],
    ["count", []],
    ["unlimited", []],
  ] as const)("E4: mode %s: a second way in is recorded and flagged %j, and stays so (E2)", async (mode, flags) => {
    await site({ mode });
    const { token } = await issuePass(administrator, edition.slug);
    const [first, second] = [anEntry({ pass: token }), anEntry({ pass: token })];
    expect(await sent(gate, first)).toMatchObject({ status: "recorded", flags: [] });
    expect(await sent(otherGate, second)).toMatchObject({ status: "recorded", flags });
    await gate.send([aVoid(first.id)]);
    expect(await sent(gate, first)).toMatchObject({ status: "duplicate", flags: [] });
    expect(await sent(otherGate, second)).toMatchObject({ status: "duplicate", flags });
  });

  test("E4: within one request the second is flagged, and a double of the first is not", async () => {
    await site({ mode: "once" });
    const { token, pass } = await issuePass(administrator, edition.slug);
    const first = anEntry({ pass: token });
    const { results } = await gate.send([first, { ...first }, anEntry({ pass: pass.code })]);
    expect(results.map((result) => [result.status, result.flags])).toEqual([
      ["recorded", []],
      ["duplicate", []],
      ["recorded", ["duplicate_pass"]],
    ]);
  });

  test("E4: a second way in is flagged though the zone is closed by then", async () => {
    await site({ mode: "once" });
    const { token } = await issuePass(administrator, edition.slug);
    await happened(gate, token);
    await site({ mode: "once" }, { status: "closed" });
    expect(await happened(gate, token)).toMatchObject({ status: "recorded", flags: ["duplicate_pass"] });
  });

  test("E4: one more bus than the group has is recorded and flagged", async () => {
    await site({ mode: "daily" });
    const { token } = await issueGroupPass(administrator, edition.slug, 20, 2);
    expect((await happened(gate, token, { headcount: 22 }))?.flags).toEqual([]);
    expect((await happened(otherGate, token, { headcount: 1 }))?.flags).toEqual(["duplicate_pass"]);
  });

  test("E4: an unknown pass is recorded by what was shown, and a second time as a double", async () => {
    await site({ mode: "once" });
    const id = newId();
    expect((await happened(gate, "not one of ours", { id }))?.flags).toEqual(["unknown_pass"]);
    expect(await digestsOf(id)).toEqual([sha256("not one of ours")]);
    expect((await happened(gate, "not one of ours"))?.flags).toEqual(["duplicate_pass", "unknown_pass"]);
  });

  test("E4: a revoked pass is recorded and flagged; one of before the revocation stays as it was", async () => {
    const { token, pass } = await issuePass(administrator, edition.slug);
    const before = anEntry({ pass: token });
    await gate.send([before]);
    await administrator.call(routes.revokePass, {
      params: { slug: edition.slug, code: pass.code },
      body: { reason: "copied" },
    });
    expect((await happened(gate, token))?.flags).toEqual(["revoked_pass"]);
    expect(await sent(gate, before)).toMatchObject({ status: "duplicate", flags: [] });
  });

  test("A3: an ask that was refused is recorded when the person went in all the same, and flagged", async () => {
    await site({ mode: "once" });
    const { token } = await issuePass(administrator, edition.slug);
    await happened(gate, token);
    const entry = anEntry({ claim: "ask", pass: token });
    expect(await sent(otherGate, entry)).toMatchObject(refusedFor("already_used"));
    expect(await sent(otherGate, { ...entry, claim: "happened" })).toMatchObject({
      status: "recorded",
      flags: ["duplicate_pass"],
    });
  });
});

describe("voids of asks", () => {
  test("A3: of a refused ask there is nothing to take back, and that is final", async () => {
    await site({}, { status: "closed" });
    const entry = anEntry({ claim: "ask" });
    expect(await sent(gate, entry)).toMatchObject(refusedFor("zone_closed"));
    expect((await gate.send([aVoid(entry.id)])).results[0]).toMatchObject({ code: "void_not_allowed" });
  });

  test("A3: when it happened after all it can be taken back", async () => {
    await site({}, { status: "closed" });
    const entry = anEntry({ claim: "ask" });
    await gate.send([entry]);
    await gate.send([{ ...entry, claim: "happened" }]);
    expect((await gate.send([aVoid(entry.id)])).results[0]).toMatchObject({ status: "recorded" });
  });

  test("A3: an ask whose answer was lost is taken back where it was let in", async () => {
    await site({ mode: "once" });
    const { token } = await issuePass(administrator, edition.slug);
    const entry = anEntry({ claim: "ask", pass: token });
    await gate.send([entry]);
    expect((await gate.send([aVoid(entry.id)])).results[0]).toMatchObject({ status: "recorded" });
    expect(await ask(otherGate, token)).toMatchObject(admitted);
  });
});
