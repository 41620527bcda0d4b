import type { Client } from "@abwab/api-client";
import { type ExportSummary, routes } from "@abwab/contract";
import type { z } from "zod";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";

let api: TestApi;
let root: Client;
let token: string;
let edition: TestEdition;
let gate: TestDevice;
beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
  ({ token } = await root.call(routes.createApiToken, { body: { name: "exports", role: "organiser" } }));
});
beforeEach(async () => {
  edition = await createEdition(root, api.url);
  gate = await edition.pair("G1");
});
afterAll(() => api[Symbol.asyncDispose]());

type Given = z.input<typeof routes.createExport.body>;

async function done(id: string): Promise<ExportSummary> {
  for (;;) {
    const summary = await root.call(routes.getExport, { params: { slug: edition.slug, id } });
    if (summary.state !== "waiting" && summary.state !== "running") return summary;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function made(given: Given): Promise<{ summary: ExportSummary; response: Response }> {
  const { id } = await root.call(routes.createExport, { params: { slug: edition.slug }, body: given });
  const summary = await done(id);
  return { summary, response: await download(id) };
}

const download = (id: string): Promise<Response> =>
  fetch(`${api.url}/api/v1/editions/${edition.slug}/exports/${id}/file`, {
    headers: { authorization: `Bearer ${token}` },
  });

const ledgerCsv: Given = { what: "ledger", format: "csv", locale: "en" };

it("the ledger as CSV is the ledger", async () => {
  await gate.send([anEntry({ headcount: 3 }), anEntry({ direction: "out", category: "pupils", headcount: 2 })]);
  const { summary, response } = await made(ledgerCsv);
  expect(summary).toMatchObject({ state: "done", progress: { rows: 2, share: 1 } });
  console.error(await response.text(), response.headers);
});
