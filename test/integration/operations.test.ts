import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, type TestDevice } from "../support/test-edition.ts";

const TOKEN = "a-token-for-prometheus";

let api: TestApi;
let administrator: Client;
let gate: TestDevice;

beforeAll(async () => {
  api = await startTestApi({ ABWAB_METRICS_TOKEN: TOKEN });
  administrator = await api.as("administrator");
  gate = await (await createEdition(administrator, api.url, { slug: "measured" })).pair("G1");
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

const metrics = async (token = TOKEN) => {
  const response = await fetch(`${api.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, text: await response.text() };
};

test("metrics are behind their token and tell of entries, batches and silence", async () => {
  expect((await metrics("another")).status).toBe(401);
  await gate.send([anEntry(), anEntry({ headcount: 3 })]);
  const { status, text } = await metrics();
  expect(status).toBe(200);
  expect(text).toMatch(/abwab_entry_results_total\{status="recorded"\} 2\n/);
  expect(text).toMatch(/abwab_batch_items_sum 2\n/);
  expect(text).toMatch(/abwab_queue_items 0\n/);
  expect(text).toMatch(
    new RegExp(`abwab_device_silence_seconds\\{edition="measured",checkpoint="G1",device="${gate.id}"\\} [\\d.]+`),
  );
});

test("every answer carries the id of its request", async () => {
  const ids = await Promise.all(
    ["/", "/api/v1/auth/me", "/nowhere", "/health/ready"].map(async (path) =>
      (await fetch(api.url + path)).headers.get("x-request-id"),
    ),
  );
  expect(new Set(ids).size).toBe(4);
  expect(ids).not.toContain(null);
});

test("live and ready answer; a stranger needs no token for them", async () => {
  expect(await (await fetch(`${api.url}/health/live`)).json()).toEqual({ status: "ok" });
  expect(await (await fetch(`${api.url}/health/ready`)).json()).toEqual({ status: "ok" });
});

test("the start page leads to the console and the kiosk", async () => {
  const page = await (await fetch(api.url)).text();
  expect(page).toContain('href="/console/"');
  expect(page).toContain('href="/kiosk/"');
  expect((await administrator.call(routes.listEditions, { query: {} })).items).toHaveLength(1);
});

test("the document and its reader are served without anything from elsewhere", async () => {
  const document: unknown = await (await fetch(`${api.url}/api/openapi.json`)).json();
  expect(document).toMatchObject({ openapi: "3.1.0" });
  const reader = await (await fetch(`${api.url}/api/docs`)).text();
  expect(reader).not.toMatch(/https?:\/\//);
  for (const [, path] of reader.matchAll(/(?:src|href)="([^"]+)"/g)) {
    expect([path, (await fetch(api.url + path)).status]).toEqual([path, 200]);
  }
});
