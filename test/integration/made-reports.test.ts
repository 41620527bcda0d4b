import type { Client } from "@abwab/api-client";
import { type MadeReport, type QueryInput, routes } from "@abwab/contract";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, type TestEdition, today } from "../support/test-edition.ts";

let api: TestApi;
let root: Client;
let token: string;
let edition: TestEdition;

beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
  ({ token } = await root.call(routes.createApiToken, { body: { name: "press desk", role: "organiser" } }));
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  edition = await createEdition(root, api.url);
});

const params = () => ({ slug: edition.slug });

async function get(path: string): Promise<{ bytes: Buffer; again: string | null }> {
  const response = await fetch(`${api.url}/api/v1/editions/${edition.slug}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  return { bytes: Buffer.from(await response.arrayBuffer()), again: response.headers.get("report-again") };
}

const made = async (query: QueryInput<typeof routes.listMadeReports> = {}): Promise<MadeReport[]> =>
  (await root.call(routes.listMadeReports, { params: params(), query })).items;
const dayReport = (since: string) => get(`/days/${today()}/report?locale=fr&since=${since}`);

it("says which reports were made: of what, by whom, at which version and how large", async () => {
  const { bytes } = await dayReport("shown");
  await get("/report?locale=ar");
  await get("/zones/P01/report?locale=en");
  await get("/communique/print?locale=fr");
  const all = await made();
  expect(all.map(({ kind, locale }) => `${kind} ${locale}`)).toEqual([
    "communique fr",
    "zone en",
    "edition ar",
    "day fr",
  ]);
  expect(all[1]).toMatchObject({ zone: "P01" });
  expect(all[3]).toMatchObject({
    day: today(),
    madeBy: "token press desk",
    schedule: null,
    settled: false,
    bytes: bytes.length,
    again: "anew",
  });
  expect((await made({ kind: "zone" })).map(({ kind }) => kind)).toEqual(["zone"]);
  expect((await made({ locale: "fr" })).map(({ kind }) => kind)).toEqual(["communique", "day"]);
  expect(await made({ by: "schedules" })).toEqual([]);
});

it("pages from the latest on", async () => {
  for (let time = 0; time < 3; time += 1) await dayReport("shown");
  const first = await root.call(routes.listMadeReports, { params: params(), query: { limit: 2 } });
  const cursor = first.nextCursor ?? "";
  const second = await root.call(routes.listMadeReports, { params: params(), query: { limit: 2, cursor } });
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
});

it("C5: makes the report of a settled day again as the same file, and says so before and after", async () => {
  const gate = await edition.pair("G1");
  await gate.send([anEntry({ headcount: 5 })]);
  await root.call(routes.settleDay, { params: { ...params(), date: today() } });
  const { bytes } = await dayReport("left_out");
  await gate.send([anEntry({ headcount: 3 })]);
  const [report] = await made();
  expect(report).toMatchObject({ settled: true, again: "same" });
  const again = await get(`/made-reports/${report?.id ?? ""}/file`);
  expect(again.again).toBe("same");
  expect(again.bytes.equals(bytes)).toBe(true);
  // The next revision has other figures.
  await root.call(routes.settleDay, { params: { ...params(), date: today() } });
  expect((await made()).at(-1)).toMatchObject({ id: report?.id, again: "anew" });
  expect((await get(`/made-reports/${report?.id ?? ""}/file`)).again).toBe("anew");
});

it("knows nothing of another edition's", async () => {
  await dayReport("shown");
  const [report] = await made();
  const other = await createEdition(root, api.url);
  const response = await fetch(`${api.url}/api/v1/editions/${other.slug}/made-reports/${report?.id ?? ""}/file`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(404);
});
