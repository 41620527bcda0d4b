import type { Client } from "@abwab/api-client";
import {
  type Alert,
  type AlertNotice,
  type BodyInput,
  type ClientEvents,
  LIVE_NAMESPACE,
  routes,
  type ServerEvents,
} from "@abwab/contract";
import { setTimeout as delay } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import { AlertEvaluator } from "../../apps/api/src/alerts/alert-evaluator.ts";
import { DevicePresence } from "../../apps/api/src/devices/device-presence.ts";
import { openAroundTheClock } from "../support/around-the-clock.ts";
import { issuePass } from "../support/issue-pass.ts";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";
import { setPolicy } from "../support/zone-policy.ts";

type RuleGiven = BodyInput<typeof routes.createAlertRule>;

const MINUTE = 60_000;
/** What the pavilion P01 is called. */
const PAVILION = { ar: "جناح التوظيف", fr: "Recrutement", en: "Recruitment" };
let api: TestApi;
let administrator: Client;
let organiser: Client;
let supervisor: Client;
let edition: TestEdition;
let door: TestDevice;
const sockets: Socket<ServerEvents, ClientEvents>[] = [];

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
  organiser = await api.as("organiser");
  supervisor = await api.as("supervisor");
});
afterAll(() => api[Symbol.asyncDispose]());

beforeEach(async () => {
  edition = await createEdition(administrator, api.url, openAroundTheClock());
  const params = { slug: edition.slug, code: "P01" };
  await administrator.call(routes.changeZone, { params, body: { capacity: 100, names: PAVILION } });
  door = await edition.pair("P01-A");
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});

const addRule = (body: RuleGiven) => organiser.call(routes.createAlertRule, { params: { slug: edition.slug }, body });
const listed = async (client = organiser, state?: "unresolved" | "resolved"): Promise<Alert[]> =>
  (await client.call(routes.listAlerts, { params: { slug: edition.slug }, query: state ? { state } : {} })).items;

/** Waits for the service's own turns. */
async function until(expected: (alerts: Alert[]) => boolean): Promise<Alert[]> {
  for (;;) {
    const alerts = await listed();
    if (expected(alerts)) return alerts;
    await delay(50);
  }
}

/** Looks at the rules now, whoever's turn it is. */
async function look(): Promise<Alert[]> {
  const [row] = await queryDatabase<{ id: number }>(api.database, "select id from edition where slug = $1", [
    edition.slug,
  ]);
  await api.app.nest.get(AlertEvaluator).evaluate(row?.id ?? 0);
  return listed();
}

const said = (alerts: Alert[]) => alerts.map(({ topic, subject, state }) => [topic, subject.id, state]);
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
const inside = (headcount: number) => door.send([anEntry({ headcount })]);
const left = (headcount: number) => door.send([anEntry({ headcount, direction: "out" })]);

const occupancy: RuleGiven = { kind: "occupancy", threshold: 0.9 };

describe("a rule rings once, and its alert ends by itself", () => {
  it("of the share of a capacity that is inside", async () => {
    await addRule(occupancy);
    await inside(95);
    const [alert] = await until((alerts) => alerts.length > 0);
    expect(alert).toMatchObject({
      topic: "occupancy",
      subject: { type: "zone", id: "P01", name: "P01", zone: "P01", names: PAVILION, zoneNames: PAVILION },
      measured: 0.95,
      threshold: 0.9,
      state: "open",
      ending: null,
    });
    await left(50);
    const alerts = await until(([first]) => first?.state === "resolved");
    expect(alerts).toMatchObject([{ id: alert?.id, resolvedBy: null, ending: "over" }]);
  });

  it("of the time until a zone is full", async () => {
    await addRule({ kind: "time_to_full", threshold: 10 });
    await door.send([anEntry({ headcount: 60, occurredAt: ago(2.5 * MINUTE) })]);
    // 40 are free, and 12 a minute come in.
    expect(await look()).toMatchObject([{ topic: "time_to_full", measured: 40 / 12, state: "open" }]);
    await door.send([anEntry({ headcount: 60, direction: "out", occurredAt: ago(2 * MINUTE) })]);
    expect(said(await look())).toEqual([["time_to_full", "P01", "resolved"]]);
  });

  it("of a pace that is not usual for the zone", async () => {
    await addRule({ kind: "unusual_pace", threshold: 3 });
    const hour = Array.from({ length: 12 }, (_, index) =>
      anEntry({ headcount: 50, occurredAt: ago((index + 1.5) * 5 * MINUTE) }),
    );
    await door.send([...hour, anEntry({ headcount: 60, occurredAt: ago(2.5 * MINUTE) })]);
    expect(await look()).toEqual([]);
    await door.send([anEntry({ headcount: 140, occurredAt: ago(2.5 * MINUTE) })]);
    expect(await look()).toMatchObject([{ topic: "unusual_pace", subject: { id: "P01" }, measured: 4 }]);
  });

  it("of a device that is silent in opening hours", async () => {
    await addRule({ kind: "device_silent", threshold: 5 });
    await inside(1);
    expect(await look()).toEqual([]);
    await silence();
    expect(await look()).toMatchObject([
      {
        topic: "device_silent",
        subject: { type: "device", id: door.id, zone: "P01", names: null, zoneNames: PAVILION },
        measured: 20,
        state: "open",
      },
    ]);
    await door.send([]);
    await until(([first]) => first?.ending === "over");
  });

  it("of a battery that is low and not charged", async () => {
    await addRule({ kind: "battery_low", threshold: 0.2 });
    const tell = (level: number, charging: boolean) => door.send([], { battery: { level, charging } });
    await tell(0.5, false);
    expect(await look()).toEqual([]);
    await tell(0.12, false);
    await until(([first]) => first?.state === "open");
    expect(await look()).toMatchObject([
      { topic: "battery_low", subject: { type: "device", id: door.id, zone: "P01" }, measured: 0.12, state: "open" },
    ]);
    await tell(0.12, true);
    await until(([first]) => first?.ending === "over");
  });

  it("of refusals at a checkpoint", async () => {
    await addRule({ kind: "refusals", threshold: 2 });
    await setPolicy(administrator, edition.slug, "P01", { mode: "once" });
    const { token } = await issuePass(administrator, edition.slug);
    const ask = () => anEntry({ claim: "ask", pass: token });
    // The first is let in.
    await door.send([ask()]);
    await door.send([ask()]);
    expect(await look()).toEqual([]);
    await door.send([ask()]);
    expect(await look()).toMatchObject([
      {
        topic: "refusals",
        subject: { type: "checkpoint", id: "P01-A", names: { fr: "P01-A" }, zoneNames: PAVILION },
        measured: 2,
      },
    ]);
    await queryDatabase(api.database, "update refused_ask set occurred_at = occurred_at - interval '1 hour'");
    expect(await look()).toMatchObject([{ state: "resolved", ending: "over" }]);
  });

  it("of a pass that came in at two gates", async () => {
    const [one, other] = [await edition.pair("G1"), await edition.pair("G2")];
    await setPolicy(administrator, edition.slug, "SITE", { mode: "once" });
    const { token } = await issuePass(administrator, edition.slug);
    await one.send([anEntry({ pass: token, occurredAt: ago(2 * MINUTE) })]);
    await other.send([anEntry({ pass: token, occurredAt: ago(MINUTE) })]);
    await addRule({ kind: "pass_at_two_gates", threshold: 1 });
    expect(await look()).toMatchObject([{ topic: "pass_at_two_gates", subject: { id: "SITE" }, measured: 1 }]);
  });

  it("of a count below zero", async () => {
    await addRule({ kind: "negative_count", threshold: 3 });
    await left(2);
    expect(await look()).toEqual([]);
    await left(2);
    expect(await look()).toMatchObject([{ topic: "negative_count", subject: { id: "P01" }, measured: 4 }]);
    await inside(10);
    expect(said(await look())).toEqual([["negative_count", "P01", "resolved"]]);
  });
});

async function silence(): Promise<void> {
  // What devices said a moment ago must not be written after this.
  await api.app.nest.get(DevicePresence).flush();
  await queryDatabase(
    api.database,
    `update device set last_seen_at = now() - interval '20 minutes 10 seconds', paired_at = now() - interval '1 hour'
     where edition_id = (select id from edition where slug = $1)`,
    [edition.slug],
  );
}

it("many devices that fall silent at once ring once for all of them", async () => {
  await addRule({ kind: "device_silent", threshold: 5 });
  await queryDatabase(
    api.database,
    `insert into device (id, edition_id, checkpoint_id, name, paired_at, last_seen_at)
     select gen_random_uuid(), edition_id, checkpoint_id, 'Kiosk ' || n, paired_at, last_seen_at
     from device cross join generate_series(1, 30) n where device.id = $1`,
    [door.id],
  );
  await silence();
  expect(said(await look())).toEqual([["device_silent", "all", "open"]]);
  expect(said(await look())).toEqual([["device_silent", "all", "open"]]);
});

it("a rule of one zone says nothing of another", async () => {
  await addRule({ kind: "negative_count", threshold: 1, zone: "SITE" });
  await left(2);
  expect(await look()).toEqual([]);
});

describe("the quiet period", () => {
  it("a person's resolved alert stays resolved in it, and rings anew after it", async () => {
    await addRule({ ...occupancy, quietMinutes: 10 });
    await inside(95);
    const [alert] = await look();
    await resolve(alert);
    expect(said(await look())).toEqual([["occupancy", "P01", "resolved"]]);
    await queryDatabase(api.database, "update alert set resolved_at = resolved_at - interval '11 minutes'");
    expect(said(await look())).toEqual([
      ["occupancy", "P01", "open"],
      ["occupancy", "P01", "resolved"],
    ]);
  });

  it("what was over by itself and comes back in it goes on without ringing", async () => {
    await addRule({ ...occupancy, quietMinutes: 10 });
    const screen = await watch(organiser);
    await inside(95);
    await look();
    // Screens hear the latest of what happens within one tick.
    await screen.until((changes) => changes.length === 1);
    await left(50);
    await look();
    await screen.until((changes) => changes.length === 2);
    await inside(50);
    expect(await look()).toMatchObject([{ state: "open", returns: 1, resolvedAt: null, ending: null }]);
    await screen.until((changes) => changes.at(-1) === "returned");
    expect(screen.changes()).toEqual(["opened", "resolved", "returned"]);
  });
});

const resolve = (alert: Alert | undefined, client = supervisor) =>
  client.call(routes.resolveAlert, { params: { slug: edition.slug, id: alert?.id ?? "" }, body: {} });

/** A screen of somebody, and what it heard of alerts. */
async function watch(client: Client, url = api.url) {
  const { role } = await client.call(routes.me).then(({ user }) => user);
  const { token } = await administrator.call(routes.createApiToken, { body: { name: "screen", role } });
  const socket: Socket<ServerEvents, ClientEvents> = io(url + LIVE_NAMESPACE, {
    transports: ["websocket"],
    forceNew: true,
    auth: { token },
  });
  sockets.push(socket);
  const heard: { notice: AlertNotice; at: number }[] = [];
  let notify = (): void => undefined;
  socket.on("alert", (notice) => {
    heard.push({ notice, at: Date.now() });
    notify();
  });
  await socket.emitWithAck("watch", { edition: edition.slug });
  const changes = () => heard.map(({ notice }) => notice.change);
  return {
    heard,
    changes,
    async until(expected: (changes: string[]) => boolean): Promise<void> {
      while (!expected(changes())) await new Promise<void>((wake) => (notify = wake));
    },
  };
}

describe("two servers on one database", () => {
  it("ring once, and tell the screens of both within a second", async () => {
    await using other = await api.startAnother();
    const screens = [await watch(organiser), await watch(organiser, other.url)];
    await addRule(occupancy);
    await inside(95);
    await Promise.all(screens.map((screen) => screen.until((changes) => changes.length > 0)));
    const alerts = await listed();
    expect(said(alerts)).toEqual([["occupancy", "P01", "open"]]);
    const openedAt = Date.parse(alerts[0]?.openedAt ?? "");
    for (const { heard } of screens) {
      expect(heard.map(({ notice }) => [notice.change, notice.alert.id])).toEqual([["opened", alerts[0]?.id]]);
      expect((heard[0]?.at ?? Infinity) - openedAt).toBeLessThan(1_000);
    }
  });

  it("that look at the same moment open one alert", async () => {
    await using other = await api.startAnother();
    await addRule(occupancy);
    await inside(95);
    const [row] = await queryDatabase<{ id: number }>(api.database, "select id from edition where slug = $1", [
      edition.slug,
    ]);
    await Promise.all([api, other, api, other].map(({ app }) => app.nest.get(AlertEvaluator).evaluate(row?.id ?? 0)));
    expect(said(await listed())).toEqual([["occupancy", "P01", "open"]]);
  });
});

describe("people and alerts", () => {
  it("P2: an alert is acknowledged, noted and resolved by somebody, and the trail says so", async () => {
    await addRule(occupancy);
    await inside(95);
    const [alert] = await look();
    const params = { slug: edition.slug, id: alert?.id ?? "" };
    await supervisor.call(routes.acknowledgeAlert, { params, body: { note: "On my way" } });
    await supervisor.call(routes.noteAlert, { params, body: { note: "Door held" } });
    const resolved = await resolve(alert);
    expect(resolved).toMatchObject({
      state: "resolved",
      acknowledgedBy: "supervisor",
      resolvedBy: "supervisor",
      ending: "person",
      notes: [
        { by: "supervisor", text: "On my way" },
        { by: "supervisor", text: "Door held" },
      ],
    });
    const { items } = await administrator.call(routes.listAudit, { query: { limit: 3 } });
    expect(items.map(({ action }) => action)).toEqual(["alert.resolve", "alert.note", "alert.acknowledge"]);
    expect(await refusal(resolve(alert))).toBe("transition_not_allowed");
  });

  it("who is below its audience neither lists, hears nor touches it", async () => {
    const [organisers, supervisors] = [await watch(organiser), await watch(supervisor)];
    await addRule({ ...occupancy, audience: "organiser" });
    await inside(95);
    const [alert] = await look();
    await organisers.until((changes) => changes.length > 0);
    expect([await listed(supervisor), supervisors.changes()]).toEqual([[], []]);
    expect(await refusal(resolve(alert))).toBe("not_found");
  });

  it("a rule that is removed takes its open alerts with it", async () => {
    const { id } = await addRule(occupancy);
    await inside(95);
    await look();
    await organiser.call(routes.removeAlertRule, { params: { slug: edition.slug, id } });
    expect(await listed()).toMatchObject([{ rule: null, state: "resolved", ending: "not_watched" }]);
    expect((await organiser.call(routes.listAlertRules, { params: { slug: edition.slug } })).items).toEqual([]);
  });

  it("a rule that is switched off, or changed to another threshold, ends what it said", async () => {
    const { id } = await addRule(occupancy);
    await inside(95);
    await look();
    const params = { slug: edition.slug, id };
    await organiser.call(routes.changeAlertRule, { params, body: { threshold: 1.5 } });
    expect(await look()).toMatchObject([{ ending: "over", threshold: 0.9 }]);
    expect(await refusal(organiser.call(routes.changeAlertRule, { params, body: { threshold: 99 } }))).toBe("invalid");
    expect(await refusal(addRule({ ...occupancy, zone: "NOWHERE" }))).toBe("invalid");
  });

  it("Prometheus is told how many are open", async () => {
    await addRule({ ...occupancy, severity: "critical" });
    await inside(95);
    await look();
    const metrics = await (await fetch(`${api.url}/metrics`)).text();
    expect(metrics).toContain(`abwab_alerts_open{edition="${edition.slug}",severity="critical"} 1`);
  });
});
