import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startTestApi, type TestApi } from "../support/test-api.ts";

const SCRIPT = "export const doors = 50; // أبواب\n".repeat(500);

let root: string;
let api: TestApi;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), "abwab-web-"));
  mkdirSync(path.join(root, "kiosk", "assets"), { recursive: true });
  writeFileSync(path.join(root, "kiosk", "index.html"), "<!doctype html><title>kiosk</title>");
  writeFileSync(path.join(root, "kiosk", "assets", "app-1a2b.js"), SCRIPT);
  api = await startTestApi({ ABWAB_WEB_ROOT: root });
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  rmSync(root, { recursive: true, force: true });
});

const get = (address: string, encoding = "identity") =>
  fetch(api.url + address, { headers: { "accept-encoding": encoding }, redirect: "manual" });

test.each(["br", "gzip", "identity"])("a hashed file comes whole as %s, to be kept for ever", async (encoding) => {
  const response = await get("/kiosk/assets/app-1a2b.js", encoding);
  expect(await response.text()).toBe(SCRIPT);
  expect(response.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
  expect(response.headers.get("content-type")).toMatch(/^(text|application)\/javascript/);
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect(response.headers.get("vary")).toContain("accept-encoding");
});

test("an address within an app is its page, asked for anew each time; a file that is gone is 404", async () => {
  const page = await get("/kiosk/settings");
  expect([page.status, page.headers.get("cache-control"), await page.text()]).toEqual([
    200,
    "no-cache",
    "<!doctype html><title>kiosk</title>",
  ]);
  expect((await get("/kiosk/assets/app-old.js", "br")).status).toBe(404);
  expect((await get("/kiosk")).status).toBe(302);
});

test("nothing outside the built apps is served", async () => {
  for (const address of ["/kiosk/../secret", "/kiosk/%2e%2e/%2e%2e/etc/passwd", "/kiosk/..%2f..%2fetc/passwd"]) {
    const response = await get(address);
    expect([address, await response.text()]).not.toEqual([address, expect.stringContaining("root:")]);
  }
});
