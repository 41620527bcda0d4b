import { request } from "node:http";
import type { Client } from "@abwab/api-client";
import { allRoutes, type Route, routes } from "@abwab/contract";
import { createPark } from "../support/create-park.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";

let api: TestApi;
let root: Client;
let authorization: string;
beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
  await createPark(root, { slug: "park", status: "open" });
  const { token } = await root.call(routes.createApiToken, { body: { name: "garbage", role: "administrator" } });
  authorization = `Bearer ${token}`;
});
afterAll(() => api[Symbol.asyncDispose]());

const segments = [
  "park",
  "%00",
  "%F0%9F%9A%AA",
  "..%2f..",
  "%zz",
  "x".repeat(3000),
  "00000000-0000-0000-0000-000000000000",
  "-1",
];
const bodies: unknown[] = [
  undefined,
  null,
  0,
  "",
  "text",
  [],
  [[]],
  {},
  { "": "" },
  { __proto__: null },
  { email: "\0", password: "\0" },
  { names: { ar: "\ud800", fr: "\0", en: "e" } },
  { slug: "x", days: [{ date: "0000-01-01", opensAt: "25:00", closesAt: "" }] },
  { entries: [null, 1, "x", {}, { voids: 7 }] },
  { entries: {} },
  { pairingCode: "\0".repeat(8) },
  { name: "n", checkpoint: "\0" },
  { capacity: 1e300, status: "\0" },
  { inside: -1, countedAt: "never", reason: "" },
  { expiresAt: "9999-99-99" },
];
const queries = [
  "limit=0",
  "limit=1e9",
  "cursor=%00",
  "cursor=bnVsbA",
  "cursor=W10",
  "day=0000-00-00",
  "step=1y",
  "zone=%00",
  "unknown=1",
];

function addressOf(route: Route, segment: string): string {
  return api.url + route.path.replaceAll(/:\w+/g, segment);
}

/** Strange in what stands within an edition that is there: beyond a strange edition nothing would be looked at. */
const withinEdition = (route: Route, segment: string): string =>
  api.url + route.path.replace(":slug", "park").replaceAll(/:\w+/g, segment);

async function send(route: Route, address: string, body: unknown): Promise<Response> {
  const hasBody = route.method !== "GET" && body !== undefined;
  return fetch(address, {
    method: route.method,
    headers: { authorization, ...(hasBody && { "content-type": "application/json" }) },
    ...(hasBody && { body: JSON.stringify(body) }),
  });
}

async function expectNoFault(response: Response): Promise<void> {
  const detail = await response.text();
  const type = response.headers.get("content-type") ?? "none";
  const isFine = response.status < 400 || (response.status < 500 && type.startsWith("application/problem+json"));
  const { url, status } = response;
  expect({ isFine, url, status, type, detail }).toMatchObject({ isFine: true });
}

describe.each(allRoutes)("%s", (_, route) => {
  const isSafe = route.method !== "DELETE" && !/sign-out/.test(route.path);

  it("answers a strange address with a refusal, never a fault", async () => {
    for (const segment of segments.slice(isSafe ? 0 : 1))
      await expectNoFault(await send(route, addressOf(route, segment), {}));
    // What names nothing but the edition itself would do to it what it does.
    if (route.path.replace(":slug", "").includes(":"))
      for (const segment of segments) await expectNoFault(await send(route, withinEdition(route, segment), {}));
  });

  it("answers a strange body with a refusal, never a fault", async () => {
    if (route.method === "GET" || !isSafe) return;
    for (const body of bodies) await expectNoFault(await send(route, addressOf(route, "park"), body));
  });

  it("answers a strange query with a refusal, never a fault", async () => {
    if (route.method !== "GET") return;
    for (const query of queries)
      await expectNoFault(await send(route, `${addressOf(route, "park")}?${query}`, undefined));
  });

  it("answers a body that isn't JSON with a refusal, never a fault", async () => {
    if (route.method === "GET" || !isSafe) return;
    for (const [type, body] of [
      ["application/json", "{"],
      ["text/plain", "x"],
      ["application/json", ""],
    ] as const) {
      const headers = { authorization, "content-type": type };
      await expectNoFault(await fetch(addressOf(route, "park"), { method: route.method, headers, body }));
    }
  });

  it("answers a token that opens nothing with unauthenticated", async () => {
    for (const token of ["abd_x", "aba_x", "x", "\u00ff"]) {
      const response = await fetch(addressOf(route, "park"), {
        method: route.method,
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(401);
    }
  });
});

describe("an address beside the API", () => {
  it.each([
    "/kiosk/%00",
    "/console/%00.js",
    "/kiosk/..%2f..%2fpackage.json",
    "/kiosk/%E0%A4%A",
    "/api/v1/nothing",
    "/api/v1/editions/park/nothing",
    `/${"x".repeat(8000)}`,
  ])("%s is refused, never a fault", async (address) => {
    await expectNoFault(await fetch(api.url + address));
  });

  it("with a host that is none is refused, never a fault", async () => {
    for (const host of ["", "exa mple", "[", "a:b:c"]) {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const headers = { host, authorization, "content-type": "application/json" };
        const options = { method: "POST", headers };
        request(`${api.url}/api/v1/editions/park/devices`, options, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end(JSON.stringify({ name: "kiosk", checkpoint: "G1" }));
      });
      expect(status).toBeLessThan(500);
    }
  });
});
