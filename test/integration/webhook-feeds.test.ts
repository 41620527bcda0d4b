import type { Client } from "@abwab/api-client";
import { type BodyInput, routes, type Webhook, WEBHOOK_BATCH, type WebhookDelivery } from "@abwab/contract";
import { setTimeout as delay } from "node:timers/promises";
import { openAroundTheClock } from "../support/around-the-clock.ts";
import { batchesOf, readLedger, receivedRows, rowsOf } from "../support/followed-ledger.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";
import { isSignedWith, startReceiver, type WebhookReceiver } from "../support/webhook-receiver.ts";

let api: TestApi;
let root: Client;
let edition: TestEdition;
let gate: TestDevice;
let receiver: WebhookReceiver;

beforeAll(async () => {
  api = await startTestApi({ ABWAB_WEBHOOKS_PRIVATE: "on" });
  root = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  edition = await createEdition(root, api.url, openAroundTheClock());
  gate = await edition.pair("G1");
  receiver = await startReceiver();
});
afterEach(() => receiver[Symbol.asyncDispose]());

const params = () => ({ slug: edition.slug });
const of = ({ id }: Webhook) => ({ ...params(), id });

const follow = (given: Partial<BodyInput<typeof routes.createWebhook>> = {}) =>
  root.call(routes.createWebhook, {
    params: params(),
    body: { name: "Follower", url: receiver.url, events: ["entries.recorded"], ...given },
  });

const change = (webhook: Webhook, body: BodyInput<typeof routes.changeWebhook>) =>
  root.call(routes.changeWebhook, { params: of(webhook), body });

const record = async (count: number): Promise<void> => {
  for (let left = count; left > 0; left -= WEBHOOK_BATCH) {
    await gate.send(Array.from({ length: Math.min(left, WEBHOOK_BATCH) }, () => anEntry()));
  }
};

const log = async (webhook: Webhook): Promise<WebhookDelivery[]> =>
  (await root.call(routes.listWebhookDeliveries, { params: of(webhook) })).items;

async function until<Thing>(read: () => Promise<Thing>, expected: (thing: Thing) => boolean): Promise<Thing> {
  for (;;) {
    const thing = await read();
    if (expected(thing)) return thing;
    await delay(50);
  }
}

const one = async (webhook: Webhook): Promise<Webhook | undefined> =>
  (await root.call(routes.listWebhooks, { params: params() })).items.find(({ id }) => id === webhook.id);

it("what is recorded comes in batches, in the order of its commits, as the ledger lists it", async () => {
  await record(1);
  const { webhook, secret } = await follow();
  const { results } = await gate.send([anEntry({ headcount: 3 }), anEntry()]);
  await gate.send([aVoid(results[0]?.id ?? "")]);
  await receivedRows(receiver, 3);
  expect(receiver.messages.every((message) => isSignedWith(message, secret))).toBe(true);
  // What was recorded before anybody followed is left out; the rest is the ledger, field by field.
  const ledger = (await readLedger(root, edition.slug)).slice(1);
  expect(rowsOf(receiver.messages)).toEqual(ledger);
  const batches = batchesOf(receiver.messages);
  expect(batches[0]?.data).toMatchObject({ edition: edition.slug, sequence: 1, firstVersion: ledger[0]?.version });
  expect(batches.at(-1)?.data.lastVersion).toBe(ledger.at(-1)?.version);
  const progress = await until(
    () => one(webhook),
    (now) => now?.entries?.behind === 0,
  );
  expect(progress?.entries).toEqual({ version: ledger.at(-1)?.version, behind: 0 });
});

it("with 0 the whole ledger comes, and each batch's cursor reads on where it ends", async () => {
  await record(2 * WEBHOOK_BATCH + 7);
  await follow({ entriesAfter: 0 });
  const rows = await receivedRows(receiver, 2 * WEBHOOK_BATCH + 7);
  const ledger = await readLedger(root, edition.slug);
  expect(rows).toEqual(ledger);
  const batches = batchesOf(receiver.messages);
  expect(batches.map(({ data }) => [data.sequence, data.rows])).toEqual([
    [1, WEBHOOK_BATCH],
    [2, WEBHOOK_BATCH],
    [3, 7],
  ]);
  const cursor = batches[0]?.data.cursor ?? "";
  const { items } = await root.call(routes.listEntries, { params: params(), query: { cursor, limit: 1 } });
  expect(items[0]?.id).toBe(ledger[WEBHOOK_BATCH]?.id);
});

it("who is down for a while gets everything afterwards, in order and without a gap; the log says how it went", async () => {
  receiver.answer(503);
  const { webhook } = await follow();
  await record(5);
  await receiver.received(1);
  // More happens meanwhile; what was on its way keeps its id and its rows.
  await record(WEBHOOK_BATCH);
  expect((await one(webhook))?.entries?.behind).toBe(WEBHOOK_BATCH + 5);
  expect(
    (
      await until(
        () => log(webhook),
        ([first]) => first?.attempts.length === 1,
      )
    )[0]?.state,
  ).toBe("waiting");
  receiver.answer(200);
  const rows = await receivedRows(receiver, WEBHOOK_BATCH + 5);
  expect(rows).toEqual(await readLedger(root, edition.slug));
  const [first, second] = receiver.messages;
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  expect(second?.body).toBe(first?.body);
  expect(batchesOf(receiver.messages).map(({ data }) => data.sequence)).toEqual([1, 2]);
  const deliveries = await until(
    () => log(webhook),
    (all) => all.every(({ state }) => state === "delivered"),
  );
  expect(deliveries.at(-1)?.attempts.map(({ status }) => status)).toEqual([503, 200]);
  // The ledger has the rows: the log keeps what they were.
  expect(JSON.parse(deliveries.at(-1)?.body ?? "")).toMatchObject({ data: { sequence: 1 } });
  expect(deliveries.at(-1)?.body).not.toContain("headcount");
});

it("one that never answers delays only itself", async () => {
  await using slow = await startReceiver();
  slow.hang();
  await follow({ url: slow.url });
  await follow();
  await record(3);
  await slow.received(1);
  expect(await receivedRows(receiver, 3)).toHaveLength(3);
  await record(2);
  expect(await receivedRows(receiver, 5)).toHaveLength(5);
  expect(slow.messages).toHaveLength(1);
});

it("several servers send each batch once", async () => {
  await using other = await api.startAnother();
  await follow();
  for (let round = 0; round < 6; round += 1) {
    await record(40);
    await delay(500);
  }
  const rows = await receivedRows(receiver, 240);
  expect(rows).toEqual(await readLedger(root, edition.slug));
  const ids = receiver.messages.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(other.url).not.toBe(api.url);
});

it("a server that stops leaves its turn to another, which sends the same batch", async () => {
  const other = await api.startAnother();
  receiver.hang();
  await follow();
  await record(4);
  await receiver.received(1);
  await other[Symbol.asyncDispose]();
  receiver.answer(200);
  expect(await receivedRows(receiver, 4)).toHaveLength(4);
  await until(
    async () => (await root.call(routes.listWebhooks, { params: params() })).items[0],
    (webhook) => webhook?.entries?.behind === 0,
  );
  expect(batchesOf(receiver.messages)).toHaveLength(1);
});

it("paused, it goes on where it stopped", async () => {
  const { webhook } = await follow();
  await record(2);
  await receivedRows(receiver, 2);
  await change(webhook, { active: false });
  await record(3);
  expect((await one(webhook))?.entries?.behind).toBeGreaterThanOrEqual(3);
  await change(webhook, { active: true });
  expect(await receivedRows(receiver, 5)).toEqual(await readLedger(root, edition.slug));
});

it("a receiver that lost something has it sent again from a version", async () => {
  const { webhook } = await follow();
  await record(2);
  const [, second] = await receivedRows(receiver, 2);
  await record(1);
  await receivedRows(receiver, 3);
  await until(
    () => one(webhook),
    (now) => now?.entries?.behind === 0,
  );
  const before = receiver.messages.length;
  await change(webhook, { entriesAfter: second?.version ?? 0 });
  await receiver.received(before + 1);
  const ledger = await readLedger(root, edition.slug);
  expect(rowsOf(receiver.messages.slice(before))).toEqual(ledger.slice(2));
  expect(await refusal(change(webhook, { entriesAfter: 1_000_000 }))).toBe("invalid");
  const [delivery] = await log(webhook);
  const again = { ...of(webhook), delivery: delivery?.id ?? "" };
  expect(await refusal(root.call(routes.sendWebhookAgain, { params: again }))).toBe("transition_not_allowed");
});

it("what is not asked for any more is not sent, and asked for again it begins with the present", async () => {
  const { webhook } = await follow();
  await record(1);
  await receivedRows(receiver, 1);
  expect((await change(webhook, { events: ["alert.opened"] })).entries).toBeNull();
  await record(1);
  await change(webhook, { events: ["entries.recorded"] });
  await record(1);
  await receivedRows(receiver, 2);
  const ledger = await readLedger(root, edition.slug);
  expect(rowsOf(receiver.messages).map(({ id }) => id)).toEqual([ledger[0]?.id, ledger[2]?.id]);
});

it("the counts are told when they changed, as they are by then", async () => {
  const { webhook } = await follow({ events: ["counts.changed"], countsEverySeconds: 5 });
  await receiver.received(1);
  await record(7);
  const last = () => JSON.parse(receiver.messages.at(-1)?.body ?? "{}") as { type: string; data: object };
  await until(
    () => Promise.resolve(last()),
    ({ data }) => JSON.stringify(data).includes('"enteredToday":7'),
  );
  expect(last()).toMatchObject({
    type: "counts.changed",
    data: { edition: edition.slug, totals: { visitsToday: 7 }, zones: expect.any(Array) },
  });
  const counts = await root.call(routes.counts, { params: params() });
  expect((last().data as typeof counts).zones).toEqual(counts.zones);
  const deliveries = await until(
    () => log(webhook),
    (all) => all.every(({ state }) => state === "delivered"),
  );
  expect(deliveries.every(({ body }) => !body.includes('"zones"'))).toBe(true);
  const times = deliveries.map(({ createdAt }) => Date.parse(createdAt));
  expect((times[0] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(5_000);
});

it("counts that did not arrive are not sent late: the next message has the newer ones", async () => {
  receiver.answer(500);
  const { webhook } = await follow({ events: ["counts.changed"], countsEverySeconds: 5 });
  await receiver.received(1);
  await record(2);
  receiver.answer(200);
  await receiver.received(2);
  const deliveries = await until(
    () => log(webhook),
    ([first]) => first?.state === "delivered",
  );
  expect(deliveries.map(({ state }) => state)).toEqual(["delivered", "given_up"]);
  expect(JSON.parse(receiver.messages[1]?.body ?? "")).toMatchObject({
    data: { sequence: 1, totals: { visitsToday: 2 } },
  });
});
