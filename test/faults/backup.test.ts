import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { queryDatabase } from "../support/query-database.ts";
import { runTool, type ToolRun } from "../support/run-tool.ts";
import { type BackupUnderLoad, backupUnderLoad } from "./scenarios/backup-under-load.ts";
import { faultTest, seed } from "./world/fault-test.ts";
import { SupervisedProduct } from "./world/supervised-product.ts";
import { World } from "./world/world.ts";

const enough = 180_000;
const place = mkdtempSync(path.join(tmpdir(), "abwab-backup-"));
chmodSync(place, 0o755);
const folder = (name: string): string => path.join(place, name);
/** What was said besides how far it is. */
const said = ({ output }: ToolRun): string => output.replaceAll(/^abwab: (copied|restored) \d.*\n/gm, "");
const backup = (to: string, environment: Record<string, string> = {}): Promise<ToolRun> =>
  runTool("tools/backup/backup.ts", ["--to", to], { ABWAB_DATA: folder("original"), ...environment });
const restore = (from: string, into: string, environment: Record<string, string> = {}): Promise<ToolRun> =>
  runTool("tools/backup/restore.ts", ["--from", from], { ABWAB_DATA: into, ...environment });

let before: BackupUnderLoad;
let taken: ToolRun;
beforeAll(async () => {
  before = await backupUnderLoad(folder("original"), async () => (taken = await backup(folder("backup"))));
}, enough);
afterAll(() => rmSync(place, { recursive: true, force: true }));

test(`a backup is taken while entries stream in, and leaves nothing else behind (seed ${seed})`, () => {
  process.stderr.write(said(taken));
  expect(taken).toMatchObject({ code: 0, output: expect.stringContaining("holds all that was committed") });
  expect(readdirSync(place).filter((name) => name.includes("partial"))).toEqual([]);
  expect(before.problems).toEqual([]);
});

faultTest(
  "E3 C1: what was acknowledged before the backup is in it, exact, and the product runs on it",
  async (random) => {
    const outcome = await restore(folder("backup"), folder("restored"));
    expect(outcome).toMatchObject({ code: 0, output: expect.stringContaining("0 differences") });

    await using restored = await SupervisedProduct.start(folder("restored"));
    const { url, databaseUrl } = restored.product;
    const rows = await queryDatabase<{ id: string }>({ url: databaseUrl }, "select id from ledger");
    const ids = new Set(rows.map(({ id }) => id));
    expect(before.acknowledgedBefore.filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].filter((id) => !before.sent.has(id))).toEqual([]);

    await using world = await World.around(random, url, databaseUrl);
    const [kiosk] = await world.addKiosks(1);
    await kiosk?.tap();
    await kiosk?.drain();
    expect(await world.check()).toEqual([]);
  },
);

interface Damage {
  /** A file of the database, and what was in it. */
  file: string;
  content: Buffer;
  manifest: string;
}

test.each<[string, (damage: Damage) => void, RegExp]>([
  ["cut short", ({ file, content }) => truncateSync(file, content.length - 8192), /\d bytes instead of \d/],
  ["altered", ({ file, content }) => writeFileSync(file, content.fill(7, 0, 16)), /has another content/],
  ["without one of its files", ({ file }) => rmSync(file), /is missing\.$/m],
  ["with half a manifest", ({ manifest }) => truncateSync(manifest, 1_000), /its manifest\.json cannot be read/],
  ["that was never finished", ({ manifest }) => rmSync(manifest), /is no finished backup/],
])(
  "a backup %s is refused in one sentence, and nothing is restored",
  async (_, harm, sentence) => {
    const copy = mkdtempSync(folder("damaged-"));
    cpSync(folder("backup"), copy, { recursive: true });
    const manifest = path.join(copy, "manifest.json");
    const { files } = JSON.parse(readFileSync(manifest, "utf8")) as { files: { path: string; size: number }[] };
    const largest = files.reduce((a, b) => (b.size > a.size ? b : a));
    const file = path.join(copy, "postgres", largest.path);
    harm({ file, content: readFileSync(file), manifest });

    const outcome = await restore(copy, folder("none"));
    expect(outcome.code).toBe(1);
    expect(said(outcome)).toMatch(/^abwab: [^\n]+\n$/);
    expect(said(outcome)).toMatch(sentence);
    expect(existsSync(folder("none")) ? readdirSync(folder("none")) : []).toEqual([]);
  },
  enough,
);

const another = { DATABASE_URL: "postgresql://somewhere/else" };
test.each<[string, () => Promise<ToolRun>, RegExp]>([
  ["a backup onto what is there already", () => backup(folder("original")), /is there already/],
  ["a backup into the database itself", () => backup(folder("original/postgres/x")), /inside the database/],
  ["a backup of nothing", () => backup(folder("x"), { ABWAB_DATA: folder("nowhere") }), /nothing to back up/],
  ["a backup of another server", () => backup(folder("x"), another), /pg_dump/],
  ["a restore over data", () => restore(folder("backup"), folder("original")), /is not empty/],
  ["a restore into another server", () => restore(folder("backup"), folder("x"), another), /pg_restore/],
])("%s is refused in one sentence", async (_, attempt, sentence) => {
  const outcome = await attempt();
  expect(outcome.code).toBe(1);
  expect(said(outcome)).toMatch(/^abwab: [^\n]+\n$/);
  expect(said(outcome)).toMatch(sentence);
});
