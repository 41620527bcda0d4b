import { connect, type Socket } from "node:net";
import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { queryDatabase } from "../support/query-database.ts";
import { ADMINISTRATOR, startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let authorization: string;
let edition: TestEdition;
let gate: TestDevice;

beforeAll(async () => {
  api = await startTestApi({ ABWAB_PUBLIC_URL: "https://abwab.example" });
  administrator = await api.as("administrator");
  const { token } = await administrator.call(routes.createApiToken, { body: { name: "t", role: "administrator" } });
  authorization = `Bearer ${token}`;
  edition = await createEdition(administrator, api.url);
  gate = await edition.pair("G1");
});

afterAll(() => api[Symbol.asyncDispose]());

const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { code?: unknown }).code;

test("another method on an address of the contract is method_not_allowed, with those that are", async () => {
  const response = await fetch(`${api.url}/api/v1/editions`, { method: "PUT", headers: { authorization } });
  expect([response.status, response.headers.get("allow"), await codeOf(response)]).toEqual([
    405,
    "GET, HEAD, POST",
    "method_not_allowed",
  ]);
});

test("an address beside the contract is not_found, whatever the method", async () => {
  const response = await fetch(`${api.url}/api/v1/nothing`, { method: "PUT", headers: { authorization } });
  expect([response.status, await codeOf(response)]).toEqual([404, "not_found"]);
});

test.each(["text/plain", "application/x-www-form-urlencoded", "application/octet-stream"])(
  "a body of %s is unsupported_media_type",
  async (type) => {
    const headers = { authorization: `Bearer ${gate.token}`, "content-type": type };
    const response = await fetch(`${api.url}/api/v1/entries`, { method: "POST", headers, body: '{"entries":[]}' });
    expect([response.status, await codeOf(response)]).toEqual([415, "unsupported_media_type"]);
  },
);

test.each(["application/json", "text/plain"])(
  "a request that brings nothing is understood, also when it says %s of it",
  async (type) => {
    const response = await fetch(`${api.url}/api/v1/devices/${gate.id}/pairing-code`, {
      method: "POST",
      headers: { authorization, "content-type": type },
      body: "",
    });
    expect(response.status).toBe(201);
  },
);

/** What the socket brings until it has said this. */
function readUntil(socket: Socket, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    socket.on("error", reject);
    socket.on("data", (data: Buffer) => {
      text += data.toString();
      if (text.includes(words)) resolve(text);
    });
  });
}

test("a body that is too large is answered too_large to a client that only reads once it has sent all", async () => {
  const size = 12 * 1024 * 1024;
  const socket = connect(Number(new URL(api.url).port), "127.0.0.1");
  socket.pause();
  const head = ["POST /api/v1/entries HTTP/1.1", "Host: abwab", `Authorization: Bearer ${gate.token}`];
  socket.write([...head, "Content-Type: application/json", `Content-Length: ${size}`, "", ""].join("\r\n"));
  const chunk = Buffer.alloc(1024 * 1024, " ");
  const answer = readUntil(socket, "too_large");
  for (let sent = 0; sent < size; sent += chunk.length) {
    await new Promise<void>((resolve, reject) => socket.write(chunk, (error) => (error ? reject(error) : resolve())));
  }
  socket.resume();
  expect(await answer).toMatch(/^HTTP\/1.1 413 /);
  socket.destroy();
});

test("C1: a correction beyond what a figure can hold is refused and changes nothing", async () => {
  const params = { slug: edition.slug, code: "P01" };
  const adjust = (headcount: number) =>
    fetch(`${api.url}/api/v1/editions/${params.slug}/zones/${params.code}/adjustments`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ direction: "in", headcount, at: "2026-01-01T10:00:00Z", reason: "too many" }),
    });
  expect((await adjust(1)).status).toBe(201);
  await queryDatabase(
    api.database,
    "update tally_day set entered = 2147483000 where zone_id = (select id from zone where code = 'P01')",
  );
  const response = await adjust(1_000_000);
  expect([response.status, await codeOf(response)]).toEqual([400, "invalid"]);
});

test.each([
  ["https://abwab.example", 200],
  ["http://abwab.example", 403],
  ["https://abwab.example.evil.example", 403],
])("behind a proxy that asks under a name of its own, sign-in from %s is answered %i", async (origin, status) => {
  const response = await fetch(`${api.url}/api/v1/auth/sign-in`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify(ADMINISTRATOR),
  });
  expect(response.status).toBe(status);
});

test.each(["+01:00", "-05:00", "Mars/Base", ""])("E7: %j is no time zone of an edition", async (timeZone) => {
  const response = await fetch(`${api.url}/api/v1/editions/${edition.slug}`, {
    method: "PATCH",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ timeZone }),
  });
  expect([response.status, await codeOf(response)]).toEqual([400, "invalid"]);
});
