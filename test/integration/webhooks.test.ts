import type { Client } from "@abwab/api-client";
import { type BodyInput, routes, type Webhook, type WebhookDelivery } from "@abwab/contract";
import { setTimeout as delay } from "node:timers/promises";
import { AlertEvaluator } from "../../apps/api/src/alerts/alert-evaluator.ts";
import { openAroundTheClock } from "../support/around-the-clock.ts";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";
import { isSignedWith, startReceiver, type WebhookReceiver } from "../support/webhook-receiver.ts";

let api: TestApi;
let root: Client;
let edition: TestEdition;
let door: TestDevice;
let receiver: WebhookReceiver;

beforeAll(async () => {
  api = await startTestApi({ ABWAB_WEBHOOKS_PRIVATE: "on" });
  root = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  edition = await createEdition(root, api.url, openAroundTheClock());
  await root.call(routes.changeZone, { params: { slug: edition.slug, code: "P01" }, body: { capacity: 100 } });
  door = await edition.pair("P01-A");
  receiver = await startReceiver();
});
afterEach(() => receiver[Symbol.asyncDispose]());

const params = () => ({ slug: edition.slug });
const of = ({ id }: Webhook) => ({ ...params(), id });

const addWebhook = (given: Partial<BodyInput<typeof routes.createWebhook>> = {}, client = root) =>
  client.call(routes.createWebhook, { params: params(), body: { name: "Pager", url: receiver.url, ...given } });

/** An alert of a zone that fills up. */
async function ring(): Promise<void> {
  const body = { kind: "occupancy", threshold: 0.9 } as const;
  await root.call(routes.createAlertRule, { params: params(), body });
  await door.send([anEntry({ headcount: 95 })]);
  await look();
}

async function look(): Promise<void> {
  const text = "select id from edition where slug = $1";
  const [row] = await queryDatabase<{ id: number }>(api.database, text, [edition.slug]);
  await api.app.nest.get(AlertEvaluator).evaluate(row?.id ?? 0);
}

const log = async (webhook: Webhook): Promise<WebhookDelivery[]> =>
  (await root.call(routes.listWebhookDeliveries, { params: of(webhook) })).items;

async function logged(webhook: Webhook, expected: (log: WebhookDelivery[]) => boolean): Promise<WebhookDelivery[]> {
  for (;;) {
    const deliveries = await log(webhook);
    if (expected(deliveries)) return deliveries;
    await delay(20);
  }
}

const one = async (webhook: Webhook): Promise<Webhook | undefined> =>
  (await root.call(routes.listWebhooks, { params: params() })).items.find(({ id }) => id === webhook.id);

it("an alert that opens and ends is told to an endpoint, signed as Standard Webhooks has it", async () => {
  const { webhook, secret } = await addWebhook();
  await ring();
  const [message] = await receiver.received(1);
  if (message === undefined) throw new Error("Nothing came.");
  expect(isSignedWith(message, secret)).toBe(true);
  expect(JSON.parse(message.body)).toMatchObject({
    type: "alert.opened",
    data: { edition: edition.slug, topic: "occupancy", subject: { id: "P01" }, measured: 0.95, state: "open" },
  });
  await door.send([anEntry({ direction: "out", headcount: 90 })]);
  await look();
  await receiver.received(2);
  expect(JSON.parse(receiver.messages[1]?.body ?? "")).toMatchObject({
    type: "alert.resolved",
    data: { ending: "over" },
  });
  const deliveries = await logged(webhook, (all) => all.every(({ state }) => state === "delivered"));
  expect(deliveries.map(({ event }) => event)).toEqual(["alert.resolved", "alert.opened"]);
  expect(deliveries[1]).toMatchObject({
    id: message.headers["webhook-id"],
    attempts: [{ status: 200, fault: null, answer: "answered 200" }],
  });
});

it("what colleagues wrote and who they are is not told", async () => {
  await addWebhook({ events: ["alert.acknowledged"] });
  await ring();
  const [alert] = (await root.call(routes.listAlerts, { params: params() })).items;
  const id = alert?.id ?? "";
  await root.call(routes.acknowledgeAlert, { params: { ...params(), id }, body: { note: "Ask Samira" } });
  const [message] = await receiver.received(1);
  expect(message?.body).not.toMatch(/Samira|acknowledgedBy|notes/);
});

it("what is answered 500 is tried again with the same id, and both attempts stand in the log", async () => {
  receiver.answer(500);
  const { webhook, secret } = await addWebhook();
  await ring();
  await receiver.received(1);
  expect((await logged(webhook, ([first]) => first?.attempts.length === 1))[0]?.state).toBe("waiting");
  expect((await one(webhook))?.failingSince).not.toBeNull();
  receiver.answer(200);
  const messages = await receiver.received(2);
  expect(new Set(messages.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(messages.every((message) => isSignedWith(message, secret))).toBe(true);
  const [delivery] = await logged(webhook, ([first]) => first?.state === "delivered");
  expect(delivery?.attempts.map(({ status }) => status)).toEqual([500, 200]);
  expect((await one(webhook))?.failingSince).toBeNull();
});

it("a redirect is no delivery, and nobody goes where it points", async () => {
  await using elsewhere = await startReceiver();
  receiver.answer(302, { location: elsewhere.url });
  const { webhook } = await addWebhook();
  await root.call(routes.testWebhook, { params: of(webhook) });
  const [delivery] = await logged(webhook, ([first]) => first?.state === "given_up");
  expect([delivery?.attempts[0]?.status, elsewhere.messages.length]).toEqual([302, 0]);
});

it("a test is sent on request, and anything is sent again with its id", async () => {
  const { webhook } = await addWebhook();
  const { id: delivery } = await root.call(routes.testWebhook, { params: of(webhook) });
  await logged(webhook, ([first]) => first?.state === "delivered");
  await root.call(routes.sendWebhookAgain, { params: { ...of(webhook), delivery } });
  const messages = await receiver.received(2);
  expect(messages.map(({ headers }) => headers["webhook-id"])).toEqual([delivery, delivery]);
});

it("after a rotation both secrets sign, and none is ever listed", async () => {
  const { webhook, secret } = await addWebhook();
  const rotated = await root.call(routes.rotateWebhookSecret, { params: of(webhook) });
  await root.call(routes.testWebhook, { params: of(webhook) });
  const [message] = await receiver.received(1);
  expect(message && [isSignedWith(message, secret), isSignedWith(message, rotated.secret)]).toEqual([true, true]);
  expect(JSON.stringify(await root.call(routes.listWebhooks, { params: params() }))).not.toContain("whsec_");
  const trail = JSON.stringify(await root.call(routes.listAudit, { query: { limit: 5 } }));
  expect(trail).toContain("webhook.rotate-secret");
  expect(trail).not.toContain("whsec_");
});

it("an endpoint that has failed for a day is switched off, and administrators hear of it", async () => {
  receiver.answer(500);
  const { webhook } = await addWebhook();
  await ring();
  await logged(webhook, ([first]) => first?.attempts.length === 1);
  await queryDatabase(api.database, "update webhook set failing_since = now() - interval '25 hours' where id = $1", [
    webhook.id,
  ]);
  await logged(webhook, ([first]) => first?.state === "given_up");
  expect(await one(webhook)).toMatchObject({ active: false, disabledAt: expect.any(String) });
  const alerts = async () => (await root.call(routes.listAlerts, { params: params() })).items;
  expect((await alerts())[0]).toMatchObject({
    topic: "webhook_disabled",
    subject: { type: "webhook", id: webhook.id, name: "Pager" },
    audience: "administrator",
  });
  // Mended, it takes the news of its own alert's end.
  receiver.answer(200);
  await root.call(routes.changeWebhook, { params: of(webhook), body: { active: true } });
  expect((await alerts())[0]).toMatchObject({ state: "resolved", ending: "over" });
  expect(await one(webhook)).toMatchObject({ active: true, failingSince: null, disabledAt: null });
});

it("an endpoint hears of its severity and above, of rules that go to webhooks, while it is on", async () => {
  const { webhook: grave } = await addWebhook({ severity: "critical" });
  const { webhook: off } = await addWebhook();
  await root.call(routes.changeWebhook, { params: of(off), body: { active: false } });
  const { webhook } = await addWebhook();
  await ring();
  await receiver.received(1);
  expect([(await log(grave)).length, (await log(off)).length, (await log(webhook)).length]).toEqual([0, 0, 1]);
  await root.call(routes.removeWebhook, { params: of(webhook) });
  expect(await refusal(log(webhook))).toBe("not_found");
});

describe("without leave for private addresses", () => {
  let strict: TestApi;
  let client: Client;
  beforeAll(async () => {
    strict = await startTestApi();
    client = await strict.as("administrator");
  });
  afterAll(() => strict[Symbol.asyncDispose]());

  it("such an address is refused, whatever way it is written", async () => {
    const { slug } = await createEdition(client, strict.url);
    const create = (url: string) => client.call(routes.createWebhook, { params: { slug }, body: { name: "x", url } });
    for (const url of [
      "",
      "no address",
      "http://example.org/hook",
      "https://127.0.0.1/",
      "https://2130706433/",
      "https://[::1]/",
      "https://[::ffff:10.0.0.1]/",
      "https://169.254.169.254/latest/meta-data",
      "https://localhost/",
      "https://user:password@example.org/",
    ]) {
      expect([url, await refusal(create(url))]).toEqual([url, "invalid"]);
    }
  });

  it("a name that means such an address is not connected to", async () => {
    const { slug } = await createEdition(client, strict.url);
    const url = "https://hook.example.org/";
    const { webhook } = await client.call(routes.createWebhook, { params: { slug }, body: { name: "x", url } });
    // A name of this machine, as somebody's own name server could answer it.
    await queryDatabase(strict.database, "update webhook set url = $1", [
      receiver.url.replace("127.0.0.1", "localhost"),
    ]);
    await client.call(routes.testWebhook, { params: { slug, id: webhook.id } });
    for (;;) {
      const { items } = await client.call(routes.listWebhookDeliveries, { params: { slug, id: webhook.id } });
      if (items[0]?.state === "given_up") {
        expect(items[0].attempts).toMatchObject([{ status: null, fault: "address_refused" }]);
        break;
      }
      await delay(20);
    }
    expect(receiver.messages).toEqual([]);
  });
});
