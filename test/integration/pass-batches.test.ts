import type { Client } from "@abwab/api-client";
import { type NewPassBatch, type PassBatch, routes } from "@abwab/contract";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { signInAs, startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let slug: string;

beforeEach(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
  slug = (await createEdition(administrator, api.url)).slug;
});
afterEach(() => api[Symbol.asyncDispose]());

const create = (count: number, given: Partial<NewPassBatch> = {}): Promise<PassBatch> =>
  administrator.call(routes.createPassBatch, { params: { slug }, body: { kind: "visitor", count, ...given } });
const get = (id: string) => administrator.call(routes.getPassBatch, { params: { slug, id } });

/** Resolves with the batch when it is as it should be. */
async function until(id: string, isThere: (batch: PassBatch) => boolean): Promise<PassBatch> {
  for (;;) {
    const batch = await get(id);
    if (isThere(batch)) return batch;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const ended = (id: string): Promise<PassBatch> => until(id, ({ state }) => state !== "running");

/** Looks into the database: the server that was asked for it may be gone. */
async function isDone(issued: number): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const [batch] = await queryDatabase<PassBatch>(api.database, "select state, issued from pass_batch");
    if (batch?.state === "done" && batch.issued === issued) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It is not done.");
}

async function stored(id: string): Promise<{ passes: number; digests: number }> {
  const [row] = await queryDatabase<{ passes: number; digests: number }>(
    api.database,
    "select count(*)::integer as passes, count(distinct digest)::integer as digests from pass where batch_id = $1",
    [id],
  );
  return row ?? { passes: 0, digests: 0 };
}

describe("a batch", () => {
  it("is made in the background, and says how far it has come", async () => {
    const batch = await create(2_500, { kind: "accreditation", category: "media", label: "2M" });
    expect(batch).toMatchObject({ kind: "accreditation", category: "media", label: "2M", count: 2_500, issued: 0 });
    expect(await ended(batch.id)).toEqual({ ...batch, issued: 2_500, state: "done" });
    expect(await stored(batch.id)).toEqual({ passes: 2_500, digests: 2_500 });
  });

  it("holds passes like any other", async () => {
    const { id } = await create(3, { kind: "group", label: "École 12", group: { pupils: 30, adults: 2 } });
    await ended(id);
    const { items } = await administrator.call(routes.listPasses, { params: { slug }, query: { batch: id } });
    expect(items).toHaveLength(3);
    const { code } = items[0] ?? { code: "" };
    const { pass, token } = await administrator.call(routes.getPass, { params: { slug, code } });
    expect(pass).toMatchObject({ batchId: id, label: "École 12", group: { pupils: 30, adults: 2 } });
    expect(token.split(".")).toHaveLength(3);
  });

  it("that is cancelled keeps what was made and makes no more", async () => {
    const { id } = await create(50_000);
    await until(id, ({ issued }) => issued > 0);
    const cancelled = await administrator.call(routes.cancelPassBatch, { params: { slug, id } });
    expect(cancelled).toMatchObject({ state: "cancelled" });
    expect(cancelled.issued).toBeLessThan(50_000);
    expect((await stored(id)).passes).toBe(cancelled.issued);
    expect(await administrator.call(routes.cancelPassBatch, { params: { slug, id } })).toEqual(cancelled);
  });

  it("is revoked as a whole once it is made, not before", async () => {
    const { id } = await create(20_000);
    const revoke = () =>
      administrator.call(routes.revokePassBatch, { params: { slug, id }, body: { reason: "stolen" } });
    expect(await refusal(revoke())).toBe("batch_running");
    await ended(id);
    expect(await revoke()).toMatchObject({ state: "revoked", issued: 20_000 });
    expect(await revoke()).toMatchObject({ state: "revoked" });
    const query = { batch: id, state: "valid" } as const;
    expect((await administrator.call(routes.listPasses, { params: { slug }, query })).items).toEqual([]);
  });

  it("goes on where another server stopped in the middle, and comes to exactly its count", async () => {
    const other = await api.startAnother();
    administrator = await signInAs(other.url, "administrator");
    const { id } = await create(20_000);
    await until(id, ({ issued }) => issued > 0);
    await other[Symbol.asyncDispose]();
    const [left] = await queryDatabase<{ state: string }>(api.database, "select state from pass_batch");
    expect(left?.state).toBe("running");
    await isDone(20_000);
    expect(await stored(id)).toEqual({ passes: 20_000, digests: 20_000 });
  });

  it("of which a server noted no more than that it is wanted is made by the next one that starts", async () => {
    const request = { kind: "visitor", category: "public", label: null, group: null, zones: null };
    const validity = { validFrom: null, validUntil: Date.now() + 60_000 };
    await queryDatabase(
      api.database,
      `insert into pass_batch (id, edition_id, request, count)
       select gen_random_uuid(), id, $2::jsonb, 1200 from edition where slug = $1`,
      [slug, JSON.stringify({ ...request, ...validity })],
    );
    await api.startAnother();
    await isDone(1_200);
    const [made] = await queryDatabase<{ count: number }>(api.database, "select count(*)::integer from pass");
    expect(made?.count).toBe(1_200);
  });

  it("fails when the key it is signed with is revoked meanwhile, and keeps what was made", async () => {
    const { id } = await create(50_000);
    await until(id, ({ issued }) => issued > 0);
    const { items } = await administrator.call(routes.listPassKeys, { params: { slug } });
    const params = { slug, keyId: items[0]?.keyId ?? "" };
    await administrator.call(routes.revokePassKey, { params, body: { reason: "leaked" } });
    const batch = await ended(id);
    expect(batch.state).toBe("failed");
    expect((await stored(id)).passes).toBe(batch.issued);
  });

  it("is listed, the latest first", async () => {
    const first = await create(1);
    const second = await create(1);
    const page = await administrator.call(routes.listPassBatches, { params: { slug }, query: { limit: 1 } });
    const query = { limit: 1, cursor: page.nextCursor ?? "" };
    const next = await administrator.call(routes.listPassBatches, { params: { slug }, query });
    expect([page.items[0]?.id, next.items[0]?.id, next.nextCursor]).toEqual([second.id, first.id, null]);
  });

  it("P2: is on the audit trail from its beginning to its end", async () => {
    const { id } = await create(1);
    await ended(id);
    await administrator.call(routes.revokePassBatch, { params: { slug, id }, body: { reason: "misprinted" } });
    const events = await queryDatabase(
      api.database,
      "select action, after from audit_event where subject = $1 order by id",
      [`pass-batch ${slug}/${id}`],
    );
    expect(events).toEqual([
      { action: "pass-batch.create", after: { kind: "visitor", category: "public", count: 1 } },
      { action: "pass-batch.revoke", after: { reason: "misprinted", passes: 1 } },
    ]);
  });

  it.each([0, 50_001, 1.5])("of %d passes is refused as invalid", async (count) => {
    expect(await refusal(create(count))).toBe("invalid");
  });

  it("is organisers' business; supervisors see it; another edition's is not found", async () => {
    const { id } = await create(1);
    const supervisor = await api.as("supervisor");
    expect((await supervisor.call(routes.getPassBatch, { params: { slug, id } })).id).toBe(id);
    const body = { kind: "visitor", count: 1 } as const;
    expect(await refusal(supervisor.call(routes.createPassBatch, { params: { slug }, body }))).toBe("forbidden");
    slug = (await createEdition(administrator, api.url)).slug;
    expect(await refusal(get(id))).toBe("not_found");
    expect(await refusal(get("no-id"))).toBe("not_found");
  });
});
