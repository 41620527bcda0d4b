import type { Client } from "@abwab/api-client";
import { type Problem, publicCounter, routes } from "@abwab/contract";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());

const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${api.url}/public/${path}`, init);
const counterOf = async (slug: string) => publicCounter.strict().parse(await (await ask(slug)).json());
const codeOf = async (response: Response): Promise<unknown> => [
  response.status,
  ((await response.json()) as Problem).code,
];

/** A public edition in which so many came in at the gate. */
async function aPublicEdition(people = 0): Promise<string> {
  const { slug, pair } = await createEdition(administrator, api.url, { public: true });
  if (people > 0) await (await pair("G1")).send([anEntry({ headcount: people })]);
  return slug;
}

/** Asks until the answer of a second ago is no longer given. */
async function until<Result>(read: () => Promise<Result>, isDone: (result: Result) => boolean): Promise<Result> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const result = await read();
    if (isDone(result)) return result;
    if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(result)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("the public counter", () => {
  it("says the totals that the screens say, and names no zone, device or person", async () => {
    const slug = await aPublicEdition(120);
    const counter = await counterOf(slug);
    const { totals } = await administrator.call(routes.counts, { params: { slug } });
    // The pace may have moved on with the minute.
    expect({ ...counter.totals, visitsPerMinute: 0 }).toEqual({ ...totals, visitsPerMinute: 0 });
    expect(Object.keys(counter).toSorted()).toEqual(
      ["asOf", "day", "edition", "names", "status", "timeZone", "totals", "version"].toSorted(),
    );
    expect(await (await ask(slug)).text()).not.toMatch(/P01|G1|kiosk|device|silent/);
  });

  it("may be kept for a second by whatever stands before it, and read by any page", async () => {
    const slug = await aPublicEdition();
    const { headers } = await ask(slug, { headers: { origin: "https://news.example" } });
    expect(headers.get("cache-control")).toBe("public, max-age=1, stale-while-revalidate=5, stale-if-error=60");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(headers.get("set-cookie")).toBeNull();
    const asked = await ask(slug, { method: "OPTIONS", headers: { origin: "https://news.example" } });
    expect([asked.status, asked.headers.get("access-control-allow-headers")]).toEqual([204, "if-none-match"]);
  });

  it("answers 304 to who has it already, and the new figures once there are any", async () => {
    const { slug, pair } = await createEdition(administrator, api.url, { public: true });
    const gate = await pair("G1");
    const etag = (await ask(slug)).headers.get("etag") ?? "";
    for (const tags of [etag, `W/${etag}`, `"another", ${etag}`]) {
      const again = await ask(slug, { headers: { "if-none-match": tags } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    expect((await ask(slug, { headers: { "if-none-match": '"another"' } })).status).toBe(200);
    await gate.send([anEntry({ headcount: 9 })]);
    const later = await until(
      () => ask(slug, { headers: { "if-none-match": etag } }),
      ({ status }) => status === 200,
    );
    expect(publicCounter.parse(await later.json()).totals.visitsToday).toBe(9);
  });

  it("is there for public editions alone, and gone as soon as one is public no more", async () => {
    const { slug } = await createEdition(administrator, api.url);
    expect(await codeOf(await ask(slug))).toEqual([404, "not_found"]);
    expect(await codeOf(await ask(`${slug}/widget`))).toEqual([404, "not_found"]);
    expect(await codeOf(await ask("nowhere"))).toEqual([404, "not_found"]);
    expect(await codeOf(await ask("%3Cscript%3E"))).toEqual([404, "not_found"]);
    const shown = await aPublicEdition();
    expect((await ask(shown)).status).toBe(200);
    await administrator.call(routes.changeEdition, { params: { slug: shown }, body: { public: false } });
    await until(
      () => ask(shown),
      ({ status }) => status === 404,
    );
  });

  it("A4: says nothing of a rehearsal", async () => {
    const { slug } = await createEdition(administrator, api.url, { public: true, status: "draft" });
    expect((await ask(slug)).status).toBe(404);
  });

  it("refuses what would change something", async () => {
    const slug = await aPublicEdition();
    expect((await ask(slug, { method: "POST" })).status).toBe(404);
  });
});

describe("the widget", () => {
  it("may be framed by any page, loads nothing but the counter, and sets no cookie", async () => {
    const slug = await aPublicEdition();
    const { headers } = await ask(`${slug}/widget`);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors *");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'sha256-[^;']+';style-src 'sha256-[^;']+'$/);
    expect([headers.get("x-frame-options"), headers.get("set-cookie")]).toEqual([null, null]);
  });

  it("is the only page that may be framed", async () => {
    const slug = await aPublicEdition();
    for (const path of ["/", "/console/", "/kiosk/", "/api/docs", `/public/${slug}`, "/api/v1/auth/me"]) {
      const policy = (await fetch(api.url + path)).headers.get("content-security-policy");
      expect([path, policy]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
    }
  });

  it("speaks three languages, in their direction, light and dark", async () => {
    const slug = await aPublicEdition();
    const startOf = async (query: string) => (await (await ask(`${slug}/widget${query}`)).text()).slice(16, 75);
    expect(await startOf("")).toContain('<html lang="ar" dir="rtl" data-theme="auto">');
    expect(await startOf("?lang=fr&theme=dark")).toContain('<html lang="fr" dir="ltr" data-theme="dark">');
    expect(await startOf("?lang=en&theme=light")).toContain('<html lang="en" dir="ltr" data-theme="light">');
    expect(await startOf('?lang="><script>&theme=x')).toContain('<html lang="ar" dir="rtl" data-theme="auto">');
  });

  it("has a loader for pages of others", async () => {
    const response = await ask("widget.js");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });
});
