import { connect, type Socket } from "node:net";
import { routes } from "@abwab/contract";
import { frameOf } from "../../apps/api/src/editions/commit-frame.ts";
import { EditionDirectory } from "../../apps/api/src/editions/edition-directory.ts";
import { EditionHolds } from "../../apps/api/src/entries/edition-hold.repository.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";

// One connection, written by hand: what is plain is taken off it at once, and all else is Node's HTTP's, with no
// difference to be seen.

let api: TestApi;
let edition: TestEdition;
let gate: TestDevice;

beforeAll(async () => {
  api = await startTestApi();
  edition = await createEdition(await api.as("administrator"), api.url);
  gate = await edition.pair("G1");
});

afterAll(() => api[Symbol.asyncDispose]());

interface Answer {
  status: number;
  fields: Map<string, string>;
  body: { results?: { id: string; status: string; code?: string }[]; code?: string };
}

/** A connection that reads answers one after another. */
class Line implements Disposable {
  private text = "";
  private readonly waiting: (() => void)[] = [];
  private readonly socket: Socket;
  readonly closed: Promise<void>;

  constructor(url = api.url) {
    this.socket = connect(Number(new URL(url).port), "127.0.0.1").setNoDelay(true);
    this.socket.setEncoding("utf8").on("data", (data: string) => {
      this.text += data;
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.closed = new Promise((resolve) => this.socket.once("close", () => resolve()));
  }

  async write(text: string): Promise<void> {
    await new Promise((resolve) => this.socket.write(text, resolve));
    // The next write is another chunk to the server.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }

  end(): void {
    this.socket.end();
  }

  get unread(): string {
    return this.text;
  }

  async answer(): Promise<Answer> {
    for (;;) {
      const [head = "", rest] = this.text.split(/\r\n\r\n(.*)/s);
      const [statusLine = "", ...lines] = head.split("\r\n");
      const fields = new Map(lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
      const names = new Map([...fields].map(([name, value]) => [name.toLowerCase(), value]));
      const length = Number(names.get("content-length"));
      const body = Buffer.from(rest ?? "");
      if (rest !== undefined && body.length >= length) {
        this.text = body.subarray(length).toString();
        const json = JSON.parse(body.subarray(0, length).toString()) as Answer["body"];
        return { status: Number(statusLine.split(" ")[1]), fields: names, body: json };
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

function aRequest(
  entries: unknown[],
  { fields = [] as string[], token = gate.token, frame = {}, body = JSON.stringify({ ...frame, entries }) } = {},
): string {
  const head = ["POST /api/v1/entries HTTP/1.1", "Host: abwab", `Authorization: Bearer ${token}`];
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return [...head, "Content-Type: application/json", length, ...fields, "", body].join("\r\n");
}

const told = ({ status, body }: Answer) => [status, body.code ?? body.results?.map((it) => it.code ?? it.status)];
/** A field that Node's HTTP alone judges: with it, a request takes the usual way. */
const UNUSUAL = "X-Unusual: yes";
/** What every answer has of its own. */
const OF_ITS_OWN = new Set(["x-request-id", "date", "content-length"]);

test("a plain request is answered as one that took the usual way, down to the header's fields", async () => {
  using line = new Line();
  await line.write(aRequest([anEntry()]));
  const plain = await line.answer();
  await line.write(aRequest([anEntry()], { fields: [UNUSUAL] }));
  const usual = await line.answer();
  expect([plain, usual].map(told)).toEqual([
    [200, ["recorded"]],
    [200, ["recorded"]],
  ]);
  const constant = ({ fields }: Answer) =>
    Object.fromEntries([...fields].map(([name, value]) => [name, OF_ITS_OWN.has(name) ? "" : value]));
  expect(constant(plain)).toEqual(constant(usual));
  expect(plain.fields.get("x-request-id")).not.toBe(usual.fields.get("x-request-id"));
});

test("E2: an entry sent again is a duplicate, on either way", async () => {
  using line = new Line();
  const entry = anEntry();
  const answers: Answer[] = [];
  for (const fields of [[], [], [UNUSUAL], []]) {
    await line.write(aRequest([entry], { fields }));
    answers.push(await line.answer());
  }
  expect(answers.map((answer) => answer.body.results?.[0]?.status)).toEqual([
    "recorded",
    "duplicate",
    "duplicate",
    "duplicate",
  ]);
});

const unusual: [string, () => string[], unknown][] = [
  ["in two halves", () => aRequest([anEntry()]).split(/(?=\r\n\r\n)/), [200, ["recorded"]]],
  ["byte by byte at its beginning", () => ["P", "O", aRequest([anEntry()]).slice(2)], [200, ["recorded"]]],
  ["that asks to close", () => [aRequest([anEntry()], { fields: ["Connection: close"] })], [200, ["recorded"]]],
  [
    "with a void",
    () => [aRequest([{ id: anEntry().id, voids: anEntry().id, occurredAt: new Date().toISOString() }])],
    [200, ["unknown_entry"]],
  ],
  ["with an item that does not fit", () => [aRequest([anEntry(), { id: 1 }])], [200, ["recorded", "invalid"]]],
  ["with letters beyond ASCII", () => [aRequest([{ ...anEntry(), operator: "منى" }])], [200, ["invalid"]]],
  ["with a frame that does not fit", () => [aRequest([], { frame: { device: { pending: -1 } } })], [400, "invalid"]],
  [
    "with a key called __proto__",
    () => [aRequest([], { frame: JSON.parse('{"__proto__":1}') as object })],
    [400, "not_json"],
  ],
  [
    "with such a key that is written in escapes",
    () => [aRequest([{ ...anEntry(), XXXXXX: 1 }]).replace("XXXXXX", String.raw`\u005f`)],
    [200, ["invalid"]],
  ],
  ["whose body is a list", () => [aRequest([], { body: "[]" })], [400, "invalid"]],
  ["whose token opens nothing", () => [aRequest([anEntry()], { token: "abd_x" })], [401, "unauthenticated"]],
  ["that is no JSON", () => [aRequest([]).replace('{"entries":[]}', '{"entries":[}}')], [400, "not_json"]],
  ["with two lengths", () => [aRequest([], { fields: ["Content-Length: 3"] })], undefined],
  ["in chunks beside its length", () => [aRequest([], { fields: ["Transfer-Encoding: chunked"] })], undefined],
  ["with a folded field", () => [aRequest([], { fields: ["Accept: a", " b"] })], undefined],
];

test.each(unusual)("a request %s is answered as ever", async (_, chunks, expected) => {
  using line = new Line();
  await line.write(aRequest([anEntry()]));
  await line.answer();
  for (const chunk of chunks()) await line.write(chunk);
  // Node refuses in its own words what could be read in two ways.
  if (expected === undefined) await line.closed;
  else expect(told(await line.answer())).toEqual(expected);
});

test("requests that do not wait for their answers are answered in their order", async () => {
  using line = new Line();
  const entries = Array.from({ length: 6 }, () => anEntry());
  await line.write(aRequest([entries[0]]));
  await line.write(aRequest([entries[1]]) + aRequest([entries[2]]) + aRequest([entries[3]]));
  await line.write(aRequest([entries[4]]));
  await line.write(aRequest([entries[5]]));
  const answers: Answer[] = [];
  while (answers.length < entries.length) answers.push(await line.answer());
  expect(answers.map(({ body }) => body.results?.[0]?.id)).toEqual(entries.map(({ id }) => id));
});

test("a client that closes its side gets the answer to what it sent", async () => {
  using line = new Line();
  await line.write(aRequest([]));
  await line.answer();
  void line.write(aRequest([anEntry()]));
  line.end();
  expect(told(await line.answer())).toEqual([200, ["recorded"]]);
  await line.closed;
});

/** Nothing is recorded, and so answered, until it is let go of. */
async function holdEdition(): Promise<() => Promise<void>> {
  const { nest } = api.app;
  const frame = frameOf(await nest.get(EditionDirectory).bySlug(edition.slug));
  const [held, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const hold = nest.get(EditionHolds).run(frame, () => {
    held.resolve();
    return ended.promise;
  });
  await held.promise;
  return () => {
    ended.resolve();
    return hold;
  };
}

test.each([
  ["gets both answers", false, [200, ["recorded"]]],
  ["and closes its side gets the first", true, undefined],
])("a client that sends again before its answer came %s", async (_, closes, second) => {
  using line = new Line();
  const letGo = await holdEdition();
  await line.write(aRequest([anEntry()]));
  await line.write(aRequest([anEntry()]));
  if (closes) line.end();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await letGo();
  expect(told(await line.answer())).toEqual([200, ["recorded"]]);
  if (second !== undefined) expect(told(await line.answer())).toEqual(second);
  line.end();
  await line.closed;
  expect(line.unread).toBe("");
});

test("a device that the server has yet to read is answered without leaving the way", async () => {
  const other = await api.startAnother();
  using line = new Line(other.url);
  await line.write(aRequest([anEntry()]));
  expect(told(await line.answer())).toEqual([200, ["recorded"]]);
});

test("a revoked device is refused within a second on a connection that it kept", async () => {
  const revoked = await edition.pair("G1");
  using line = new Line();
  await line.write(aRequest([anEntry()], { token: revoked.token }));
  await line.answer();
  const administrator = await api.as("administrator");
  await administrator.call(routes.revokeDevice, { params: { id: revoked.id } });
  await line.write(aRequest([anEntry()], { token: revoked.token }));
  expect(told(await line.answer())).toEqual([401, "device_revoked"]);
});
