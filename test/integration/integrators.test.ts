import type { Client } from "@abwab/api-client";
import { allRoutes, type Route, routes } from "@abwab/contract";
import { freePort } from "@abwab/postgres";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { readLedger } from "../support/followed-ledger.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, type TestEdition } from "../support/test-edition.ts";
import { startReceiver } from "../support/webhook-receiver.ts";

// docs/api/integrators.md is what integrators go by: what it says is tried here.
const page = readFileSync(path.join(import.meta.dirname, "../../docs/api/integrators.md"), "utf8");
const sample = (language: string): string => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(page)?.[1] ?? "";

let api: TestApi;
let root: Client;
let edition: TestEdition;
beforeAll(async () => {
  api = await startTestApi({ ABWAB_WEBHOOKS_PRIVATE: "on" });
  root = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  edition = await createEdition(root, api.url);
});
const params = () => ({ slug: edition.slug });

it("the ledger is followed by version: each row once, whenever one asks", async () => {
  const gate = await edition.pair("G1");
  const followed: string[] = [];
  let after = 0;
  for (const count of [7, 0, 3, 12]) {
    if (count > 0) await gate.send(Array.from({ length: count }, () => anEntry()));
    let cursor: string | null = null;
    do {
      // Pages smaller than a commit: rows of one version are spread over several.
      const query: { limit: number; after?: number; cursor?: string } = { limit: 5 };
      if (cursor === null) query.after = after;
      else query.cursor = cursor;
      const answer = await root.call(routes.listEntries, { params: params(), query });
      followed.push(...answer.items.map(({ id }) => id));
      after = answer.items.at(-1)?.version ?? after;
      cursor = answer.nextCursor;
    } while (cursor !== null);
  }
  expect(followed).toEqual((await readLedger(root, edition.slug)).map(({ id }) => id));
  expect(followed).toHaveLength(22);
});

it("who polls the counts is answered 304 until a figure changes", async () => {
  const first = await root.callIfChanged(routes.counts, undefined, { params: params() });
  if (!first.changed) throw new Error("The first answer has no figures.");
  expect((await root.callIfChanged(routes.counts, first.etag, { params: params() })).changed).toBe(false);
  const gate = await edition.pair("G1");
  await gate.send([anEntry({ headcount: 5 })]);
  const next = await root.callIfChanged(routes.counts, first.etag, { params: params() });
  expect(next).toMatchObject({ changed: true, body: { totals: { visitsToday: 5 } } });
});

it("the receiver in Node takes what is genuine, once, and nothing else", async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const { webhook, secret } = await root.call(routes.createWebhook, {
    params: params(),
    body: { name: "Sample", url, events: ["entries.recorded"] },
  });
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-sample-"));
  writeFileSync(path.join(directory, "receiver.mjs"), sample("js"));
  const child = spawn(process.execPath, [path.join(directory, "receiver.mjs")], {
    env: { WEBHOOK_SECRET: secret, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
    const gate = await edition.pair("G1");
    await gate.send([anEntry({ headcount: 2 }), anEntry({ headcount: 3 })]);
    while (lines.length < 2) await delay(50);
    const ledger = await readLedger(root, edition.slug);
    expect(lines).toEqual(ledger.map(({ version, id, zone, headcount }) => `${version} ${id} ${zone} ${headcount}`));
    const forged = await fetch(url, {
      method: "POST",
      headers: {
        "webhook-id": "1",
        "webhook-timestamp": String(Math.floor(Date.now() / 1000)),
        "webhook-signature": "v1,AAAA",
      },
      body: JSON.stringify({ type: "entries.recorded", data: { sequence: 9, entries: [{}] } }),
    });
    expect([forged.status, lines.length]).toEqual([401, 2]);
    expect(webhook.name).toBe("Sample");
  } finally {
    child.kill();
    rmSync(directory, { recursive: true });
  }
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;
(hasPython ? it : it.skip)("the check in Python knows a genuine message from another", async () => {
  await using receiver = await startReceiver();
  const { webhook, secret } = await root.call(routes.createWebhook, {
    params: params(),
    body: { name: "Sample", url: receiver.url },
  });
  await root.call(routes.testWebhook, { params: { ...params(), id: webhook.id } });
  const [message] = await receiver.received(1);
  if (message === undefined) throw new Error("Nothing came.");
  const program = `${sample("python")}
import json, sys
given = json.load(sys.stdin)
print([is_genuine(given["secret"], given["headers"], body.encode()) for body in (given["body"], given["body"] + " ")])`;
  const { stdout, stderr } = spawnSync("python3", ["-c", program], {
    input: JSON.stringify({ secret, headers: message.headers, body: message.body }),
    encoding: "utf8",
  });
  expect([stdout.trim(), stderr]).toEqual(["[True, False]", ""]);
});

/** Lists that are answered whole, and what keeps them short. */
const WHOLE: Record<string, string> = {
  compareEditions: "the editions that were asked for, a handful",
  getReach: "at most as many figures as an edition keeps",
  listAcknowledgements: "one for each zone that is held",
  listBroadcastReceipts: "one for each paired device",
  listCommuniqueTemplates: "the latest hundred",
  listDays: "the days of an edition",
  listDeviceVisits: "groups of one device's day",
  listProvinces: "provinces of the country",
  listRegions: "regions of the country",
  represented: "one for each type and kind",
  searchDeviceOrganisations: "the best matches",
};

it("every list that can grow is read by cursor", () => {
  const all: readonly (readonly [string, Route])[] = allRoutes;
  const lists = all.flatMap(([name, { method, response }]) => {
    const shape = response !== undefined && "shape" in response ? (response.shape as object) : {};
    return method === "GET" && "items" in shape ? [{ name, isPaged: "nextCursor" in shape }] : [];
  });
  expect(lists.length).toBeGreaterThan(30);
  const whole = lists.flatMap(({ name, isPaged }) => (isPaged ? [] : [name]));
  expect(whole.toSorted()).toEqual(Object.keys(WHOLE).toSorted());
});
