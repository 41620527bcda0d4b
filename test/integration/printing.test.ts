import type { Client } from "@abwab/api-client";
import { documentLocale, type Problem, routes } from "@abwab/contract";
import { issueGroupPass, issuePass } from "../support/issue-pass.ts";
import { describeWithPages, readPages } from "../support/pdf-pages.ts";
import { queryDatabase } from "../support/query-database.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let slug: string;
let authorization: string;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
  slug = (await createEdition(administrator, api.url)).slug;
  authorization = await bearerOf("supervisor");
});
afterAll(() => api[Symbol.asyncDispose]());

async function bearerOf(role: "viewer" | "supervisor"): Promise<string> {
  const { token } = await administrator.call(routes.createApiToken, { body: { name: role, role } });
  return `Bearer ${token}`;
}

const ask = (address: string, bearer = authorization): Promise<Response> =>
  fetch(`${api.url}/api/v1/editions/${slug}/${address}`, { headers: { authorization: bearer } });

async function print(address: string): Promise<Uint8Array> {
  const response = await ask(address);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  return new Uint8Array(await response.arrayBuffer());
}

async function problemOf(response: Response): Promise<string> {
  return ((await response.json()) as Problem).code;
}

/** Makes a batch and resolves with its id once it is done. */
async function makeBatch(count: number): Promise<string> {
  const { id } = await administrator.call(routes.createPassBatch, {
    params: { slug },
    body: { kind: "accreditation", category: "media", label: "القناة الثانية 2M", count },
  });
  for (;;) {
    const { state } = await administrator.call(routes.getPassBatch, { params: { slug, id } });
    if (state === "done") return id;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function tokensOf(batch: string): Promise<string[]> {
  const { items } = await administrator.call(routes.listPasses, { params: { slug }, query: { batch, limit: 500 } });
  const good = items.filter(({ revokedAt }) => revokedAt === null);
  const details = await Promise.all(
    good.map(({ code }) => administrator.call(routes.getPass, { params: { slug, code } })),
  );
  return details.map(({ token }) => token);
}

describe("printing a pass", () => {
  it("answers a PDF to keep, with a name that says which", async () => {
    const { pass } = await issuePass(administrator, slug);
    const response = await ask(`passes/${pass.code}/print?locale=fr`);
    const pdf = Buffer.from(await response.arrayBuffer()).toString("latin1");
    expect(response.headers.get("content-disposition")).toBe(`inline; filename="${slug}-pass-${pass.code}-fr.pdf"`);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(pdf.slice(0, 5)).toBe("%PDF-");
    expect(/pdfaid:part>2<.*pdfaid:conformance>U</s.test(pdf)).toBe(true);
  });

  it("is for supervisors and above", async () => {
    const { pass } = await issuePass(administrator, slug);
    expect(await problemOf(await ask(`passes/${pass.code}/print`, await bearerOf("viewer")))).toBe("forbidden");
  });

  it("refuses a pass that is revoked, and one that is not there", async () => {
    const { pass } = await issuePass(administrator, slug);
    await administrator.call(routes.revokePass, { params: { slug, code: pass.code }, body: { reason: "lost" } });
    expect(await problemOf(await ask(`passes/${pass.code}/print`))).toBe("pass_revoked");
    expect(await problemOf(await ask("passes/000000000000/print"))).toBe("not_found");
  });

  it("sets a name with letters that the face lacks, and with what would be markup", async () => {
    const label = String.raw`ⵜⵉⵏⵎⵍ 学校 #panic() $x$ \ " */ @a <b> [c]`;
    const { pass } = await issuePass(administrator, slug, { kind: "accreditation", label });
    expect((await print(`passes/${pass.code}/print`)).length).toBeGreaterThan(10_000);
  });
});

describe("printing a batch", () => {
  it("refuses one that is still being made, one that is not there, and a part beyond the last", async () => {
    const id = await makeBatch(3);
    expect(await problemOf(await ask(`pass-batches/${id}/print?part=2`))).toBe("not_found");
    expect(await problemOf(await ask(`pass-batches/${crypto.randomUUID()}/print`))).toBe("not_found");
    await queryDatabase(api.database, "update pass_batch set state = 'running', count = 5 where id = $1", [id]);
    expect(await problemOf(await ask(`pass-batches/${id}/print`))).toBe("batch_running");
    await queryDatabase(api.database, "update pass_batch set state = 'cancelled' where id = $1", [id]);
  });

  it("leads from part to part", async () => {
    const id = await makeBatch(1);
    // As if it were much larger: to set so many takes too long for a test.
    await queryDatabase(api.database, "update pass_batch set issued = 1001 where id = $1", [id]);
    const { headers } = await ask(`pass-batches/${id}/print?locale=en`);
    expect(headers.get("link")).toBe('<?part=2&locale=en>; rel="next", <?part=3&locale=en>; rel="last"');
    expect(headers.get("content-disposition")).toMatch(/-1-of-3-en\.pdf"$/);
    expect(await problemOf(await ask(`pass-batches/${id}/print?part=3`))).toBe("not_found");
  });
});

describeWithPages("what is printed", () => {
  test.each(documentLocale.options)("a badge of A6 whose code is the pass's token, in %s", async (locale) => {
    const { pass, token } = await issuePass(administrator, slug);
    const pages = await readPages(await print(`passes/${pass.code}/print?locale=${locale}`));
    expect(pages).toEqual([{ width: 105, height: 148, codes: [token] }]);
  });

  test.each(documentLocale.options)("a page of A4 for a group, in %s", async (locale) => {
    const { pass, token } = await issueGroupPass(administrator, slug, 120, 9);
    const pages = await readPages(await print(`passes/${pass.code}/print?locale=${locale}`));
    expect(pages).toEqual([{ width: 210, height: 297, codes: [token] }]);
  });

  it("sheets of ten badges, every good one of the batch on one of them", async () => {
    const id = await makeBatch(13);
    const { items } = await administrator.call(routes.listPasses, { params: { slug }, query: { batch: id } });
    const [lost] = items;
    if (lost === undefined) throw new Error("The batch is empty.");
    await administrator.call(routes.revokePass, { params: { slug, code: lost.code }, body: { reason: "lost" } });
    const pages = await readPages(await print(`pass-batches/${id}/print?locale=ar`));
    expect(pages.map(({ width, height, codes }) => [width, height, codes.length])).toEqual([
      [210, 297, 10],
      [210, 297, 2],
    ]);
    expect(pages.flatMap(({ codes }) => codes).toSorted()).toEqual((await tokensOf(id)).toSorted());
  });
});
