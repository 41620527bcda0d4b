import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { connectToDatabase } from "@abwab/postgres";
import type { ReplayOptions } from "../../tools/replay/options.ts";
import { replay, type ReplayReport } from "../../tools/replay/replay.ts";
import { recount } from "../../tools/verify/recount.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";

const EDITION = "el-jadida-2025";
const realFile = path.resolve(import.meta.dirname, "../../../shared/data/el-jadida-2025-replay.csv");
const header = "slot_start,zone,checkpoint,direction,headcount";
const slots = [
  "2025-05-17T09:00:00+01:00,SITE,G1,in,640",
  "2025-05-17T09:00:00+01:00,P01,P01-A,in,301",
  "2025-05-17T09:15:00+01:00,SITE,G1,in,0",
  "2025-05-17T09:15:00+01:00,P01,P01-A,in,77",
  "2025-05-18T20:45:00+01:00,SITE,G8,in,1250",
];

let api: TestApi;
let staff: Client;
let folder: string;

beforeEach(async () => {
  api = await startTestApi({ ABWAB_SAMPLE: "on" });
  staff = await api.as("organiser");
  folder = mkdtempSync(path.join(tmpdir(), "abwab-replay-"));
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await api[Symbol.asyncDispose]();
});

function fileOf(...lines: string[]): string {
  const file = path.join(folder, "replay.csv");
  writeFileSync(file, [header, ...lines].join("\n"));
  return file;
}

function run(file: string, given: Partial<ReplayOptions> = {}): Promise<ReplayReport> {
  const window = { from: undefined, to: undefined };
  const options = {
    file,
    edition: EDITION,
    speed: "max",
    ...window,
    url: api.url,
    seed: "1",
    concurrency: 8,
    ...given,
  } as const;
  return replay(options, { staff, showProgress: () => ({ update: () => undefined, stop: () => undefined }) });
}

const totals = async (day: string) =>
  (await staff.call(routes.counts, { params: { slug: EDITION }, query: { day } })).totals;

test("every row's headcount is reached exactly, through paired kiosks and the public API", async () => {
  const { outcome, differences, compared } = await run(fileOf(...slots));
  expect(outcome).toMatchObject({ people: 2_268, refusals: 0, duplicates: 0 });
  expect({ differences, compared: compared > 100 }).toEqual({ differences: [], compared: true });
  expect(await totals("2025-05-17")).toMatchObject({
    visitsToday: 640,
    pavilionVisitsToday: 378,
    visitsEdition: 1_890,
  });
});

test("E2 replaying again changes nothing", async () => {
  const file = fileOf(...slots);
  const first = await run(file);
  const again = await run(file);
  expect(again.outcome).toMatchObject({ recorded: 0, duplicates: first.outcome.recorded, refusals: 0 });
  expect(again.differences).toEqual([]);
});

test("a replay at a speed records the same entries as one at once", async () => {
  const file = fileOf(...slots.slice(0, 4));
  const slow = await run(file, { speed: 3_600 });
  const again = await run(file);
  expect(slow.differences).toEqual([]);
  expect(again.outcome).toMatchObject({ recorded: 0, duplicates: slow.outcome.recorded });
});

test("a second replay uses the devices of the first", async () => {
  const file = fileOf(...slots);
  await run(file);
  await run(file);
  const { items } = await staff.call(routes.listDevices, { params: { slug: EDITION }, query: {} });
  expect(items.map((device) => device.name).sort()).toEqual(["Replay G1", "Replay G8", "Replay P01-A"]);
});

test("what the service counts beside the file is shown as a difference", async () => {
  const file = fileOf(...slots);
  await run(file);
  await staff.call(routes.adjustZone, {
    params: { slug: EDITION, code: "P01" },
    body: { direction: "in", headcount: 3, at: "2025-05-17T09:20:00+01:00", reason: "missed at the door" },
  });
  const { differences } = await run(file);
  expect(differences).toContainEqual({ what: "2025-05-17 P01 entered", file: 378, counted: 381 });
  expect(differences).toContainEqual({ what: "history P01 entered", file: 378, counted: 381 });
});

test.each([
  [
    "a checkpoint the edition hasn't",
    "2025-05-17T09:00:00+01:00,P01,P01-Z,in,5",
    "line 2, column checkpoint: the edition el-jadida-2025 has no checkpoint P01-Z",
  ],
  [
    "a checkpoint of another zone",
    "2025-05-17T09:00:00+01:00,P02,P01-A,in,5",
    "line 2, column zone: P01-A belongs to P01",
  ],
  ["a direction that isn't counted", "2025-05-17T09:00:00+01:00,P01,P01-A,out,5", 'does not count "out"'],
  [
    "what has not happened yet",
    "2999-05-17T09:00:00+01:00,P01,P01-A,in,5",
    "line 2, column slot_start: this is in the future",
  ],
])("%s is named before anything is sent", async (_, line, sentence) => {
  await expect(run(fileOf(line))).rejects.toThrow(sentence);
});

const withRealFile = existsSync(realFile) ? test : test.skip;
const where = existsSync(realFile) ? "" : ` (skipped: there is no ${path.relative(process.cwd(), realFile)})`;

withRealFile(
  `C1 two hours of the real file are counted exactly, and the recount agrees${where}`,
  async () => {
    const { outcome, differences, expected } = await run(realFile, {
      from: "2025-05-19T09:00:00+01:00",
      to: "2025-05-19T11:00:00+01:00",
    });
    expect(differences).toEqual([]);
    expect(outcome).toMatchObject({ refusals: 0, duplicates: 0, retries: 0 });
    expect(expected.zones).toHaveLength(51);
    const client = await connectToDatabase(api.database.url);
    const { editions, differences: found } = await recount(client);
    await client.end();
    expect(found).toEqual([]);
    expect(editions).toContainEqual({ edition: EDITION, rows: outcome.recorded, entered: outcome.people, exited: 0 });
  },
  60_000,
);
