import type { Client } from "@abwab/api-client";
import { type BodyInput, type ReportSchedule, type ReportSending, routes } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { setTimeout as delay } from "node:timers/promises";
import { LetterSender } from "../../apps/api/src/report-schedules/letter-sender.ts";
import { SendingMaker } from "../../apps/api/src/report-schedules/sending-maker.ts";
import { SendingPlanner } from "../../apps/api/src/report-schedules/sending-planner.ts";
import { MAIL_SIGN_IN, type MailReceiver, type ReceivedMail, startMailReceiver } from "../support/mail-receiver.ts";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi, type TestServer } from "../support/test-api.ts";
import { anEntry, createEdition, type TestEdition } from "../support/test-edition.ts";
import { isSignedWith, startReceiver } from "../support/webhook-receiver.ts";

const FROM = "Abwab <abwab@example.org>";
const TIME_ZONE = "Africa/Casablanca";
/** Far from now: nothing of it is due by itself while a test runs. */
const DAYS = ["2098-05-17", "2098-05-18"];
const CLOSING = createCalendar(TIME_ZONE, "00:00").instantOf("2098-05-17", "21:00");

const HOUR = 3_600_000;

let mail: MailReceiver;
let api: TestApi;
let root: Client;
let edition: TestEdition;

beforeAll(async () => {
  mail = await startMailReceiver();
  api = await startTestApi({ SMTP_URL: mail.url, SMTP_FROM: FROM, ABWAB_WEBHOOKS_PRIVATE: "on" });
  root = await api.as("administrator");
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});
beforeEach(async () => {
  edition = await createEdition(root, api.url, {
    names: { ar: "الأبواب المفتوحة", fr: "Portes ouvertes", en: "Open days" },
    days: DAYS.map((date) => ({ date, opensAt: "09:00", closesAt: "21:00" })),
  });
  mail.answerTo(() => undefined);
});

const params = () => ({ slug: edition.slug });
const of = ({ id }: Pick<ReportSchedule, "id">) => ({ ...params(), id });
const somebody = () => `${crypto.randomUUID()}@example.org`;

const schedule = (given: Partial<BodyInput<typeof routes.createReportSchedule>> = {}, client = root) =>
  client.call(routes.createReportSchedule, {
    params: params(),
    body: { name: "Evening", reports: ["day"], locales: ["en"], moment: "closing", emails: [somebody()], ...given },
  });

/** What a server does every half a minute, at a moment of its clock. */
async function turn(now: number, server: TestServer = api): Promise<void> {
  await server.app.nest.get(SendingPlanner).plan(now);
  await server.app.nest.get(SendingMaker).begin();
}

const log = async (made: Pick<ReportSchedule, "id">): Promise<ReportSending[]> =>
  (await root.call(routes.listReportSendings, { params: of(made) })).items;

async function logged(made: ReportSchedule, expected: (latest: ReportSending) => boolean): Promise<ReportSending> {
  for (;;) {
    const [latest] = await log(made);
    if (latest !== undefined && expected(latest)) return latest;
    await delay(20);
  }
}

const isOver = ({ letters }: ReportSending): boolean =>
  letters.length > 0 && letters.every(({ state }) => state !== "waiting");
const mailsTo = (address: string): ReceivedMail[] => mail.mails.filter(({ to }) => to.includes(address));
const bodyOf = ({ raw }: ReceivedMail): string =>
  raw
    .replaceAll(/=\r\n/g, "")
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"));

describe("an evening's report by e-mail", () => {
  it("is sent once at closing, with the day's figures and its PDF, and stands in the log", async () => {
    const gate = await edition.pair("G1");
    await gate.send([anEntry({ headcount: 7 })]);
    const address = somebody();
    const made = await schedule({ emails: [address], offsetMinutes: 30 });
    await turn(CLOSING + 29 * 60_000);
    expect(await log(made)).toEqual([]);
    for (let time = 0; time < 3; time += 1) await turn(CLOSING + (30 + time) * 60_000);
    const sending = await logged(made, isOver);
    expect(sending).toMatchObject({
      day: DAYS[0],
      dueAt: new Date(CLOSING + 30 * 60_000).toISOString(),
      askedBy: null,
      state: "made",
      files: [{ report: "day", locale: "en" }],
      letters: [{ via: "email", to: address, state: "sent", tries: 1, fault: null }],
    });
    expect(await log(made)).toHaveLength(1);
    const listed = await root.call(routes.listMadeReports, { params: params(), query: { by: "schedules" } });
    expect(listed.items).toMatchObject([{ kind: "day", day: DAYS[0], schedule: "Evening", madeBy: "system" }]);
    const [received, ...more] = mailsTo(address);
    expect(more).toEqual([]);
    expect(received).toMatchObject({ from: "abwab@example.org", to: [address] });
    expect(received && bodyOf(received)).toContain("Subject: Open days: the figures of Saturday, 17 May 2098");
    expect(received && bodyOf(received)).toMatch(/Visits of the whole edition: 7\r?\n/);
    const pdf = /Content-Type: application\/pdf[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(received?.raw ?? "")?.[1] ?? "";
    expect(Buffer.from(pdf, "base64").subarray(0, 5).toString()).toBe("%PDF-");
    expect(Buffer.from(pdf, "base64")).toHaveLength(sending.files[0]?.bytes ?? 0);
  });

  it("is written in each language of the schedule, Arabic from right to left, and brings a report in each", async () => {
    const address = somebody();
    const made = await schedule({ emails: [address], reports: ["edition", "communique"], locales: ["ar", "fr"] });
    await turn(CLOSING);
    const { files } = await logged(made, isOver);
    expect(files.map(({ report, locale }) => `${report} ${locale}`)).toEqual([
      "edition ar",
      "edition fr",
      "communique ar",
      "communique fr",
    ]);
    const [received] = mailsTo(address);
    const body = (received && bodyOf(received)) ?? "";
    expect(body).toContain("زيارات الأروقة");
    expect(body).toContain('<div lang="ar" dir="rtl"');
    expect(body).toContain("Visites des pavillons");
    expect(body.match(/Content-Type: application\/pdf/g)).toHaveLength(4);
  });

  it("goes to each address by itself: nobody sees who else is sent it", async () => {
    const [one, other] = [somebody(), somebody()];
    const made = await schedule({ emails: [one, other] });
    await turn(CLOSING);
    await logged(made, isOver);
    expect([mailsTo(one).length, mailsTo(other).length]).toEqual([1, 1]);
    expect(mailsTo(one)[0]?.raw).not.toContain(other);
  });

  it("is sent once by two servers that look at the same moment, and are handed the same letter", async () => {
    await using second = await api.startAnother();
    const address = somebody();
    const made = await schedule({ emails: [address] });
    await Promise.all([turn(CLOSING), turn(CLOSING, second), turn(CLOSING + 1_000, second)]);
    const sending = await logged(made, ({ letters }) => letters.length > 0);
    const letter = sending.letters[0]?.id ?? "";
    const attempt = { signal: new AbortController().signal, isLast: false };
    await logged(made, ({ state }) => state === "made");
    await Promise.allSettled([api, second].map(({ app }) => app.nest.get(LetterSender).work({ letter }, attempt)));
    const over = await logged(made, isOver);
    expect(over.letters).toMatchObject([{ state: "sent", tries: 1 }]);
    expect(await log(made)).toHaveLength(1);
    expect(mailsTo(address)).toHaveLength(1);
  });

  it("is not sent of what was over when the schedule was made, was paused, or was due at another time", async () => {
    const yesterday = new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE }).format(Date.now() - 2 * 86_400_000);
    const { slug } = await createEdition(root, api.url, {
      days: [{ date: yesterday, opensAt: "09:00", closesAt: "10:00" }],
    });
    const body = { name: "Late", reports: ["day"], locales: ["en"], emails: [somebody()] } as const;
    const late = await root.call(routes.createReportSchedule, {
      params: { slug },
      body: { ...body, reports: ["day"], locales: ["en"], emails: [...body.emails], moment: "closing" },
    });
    const paused = await schedule();
    await root.call(routes.changeReportSchedule, { params: of(paused), body: { active: false } });
    const atEnd = await schedule({ moment: "end" });
    await turn(Date.now());
    await turn(CLOSING);
    const sent = await root.call(routes.listReportSendings, { params: { slug, id: late.id } });
    expect([sent.items, await log(paused), await log(atEnd)]).toEqual([[], [], []]);
  });

  it("is made up for by whoever is there within a day, and no later", async () => {
    const made = await schedule();
    await turn(CLOSING + 23 * HOUR);
    expect((await logged(made, isOver)).day).toBe(DAYS[0]);
    const tooLate = await schedule();
    await turn(CLOSING + 25 * HOUR);
    expect((await log(tooLate)).map(({ day }) => day)).toEqual([DAYS[1]]);
  });

  it("is sent at once on request, to everyone or to whoever asks", async () => {
    const address = somebody();
    const made = await schedule({ emails: [address] });
    const mine = await root.call(routes.sendReportsNow, { params: of(made), body: { to: "me" } });
    expect(mine).toMatchObject({ askedBy: "admin@example.org", letters: [{ to: "admin@example.org" }] });
    await logged(made, isOver);
    expect(mailsTo(address)).toEqual([]);
    await root.call(routes.sendReportsNow, { params: of(made), body: { to: "everyone", day: DAYS[1] } });
    await logged(made, (latest) => latest.letters[0]?.to === address && isOver(latest));
    expect(mailsTo(address)).toHaveLength(1);
    // What is due is sent all the same.
    await turn(CLOSING);
    await logged(made, (latest) => latest.askedBy === null && isOver(latest));
    expect(mailsTo(address)).toHaveLength(2);
  });
});

describe("a mail server that doesn't take it", () => {
  it("refuses an address: it is said in its words, tried no more, and the others are sent", async () => {
    const [wrong, right] = ["gone@example.org", somebody()];
    mail.answerTo((to) => (to === wrong ? { code: 550, message: "5.1.1 No such mailbox here" } : undefined));
    const made = await schedule({ emails: [wrong, right] });
    await turn(CLOSING);
    const { letters } = await logged(made, isOver);
    expect(letters.find(({ to }) => to === wrong)).toMatchObject({
      state: "refused",
      fault: "address_refused",
      tries: 1,
      answer: expect.stringContaining("No such mailbox here"),
    });
    expect(letters.find(({ to }) => to === right)?.state).toBe("sent");
    // Once it is there, somebody has it sent again.
    mail.answerTo(() => undefined);
    const [sending] = await log(made);
    const again = { ...of(made), sending: sending?.id ?? "" };
    await root.call(routes.sendReportsAgain, { params: again });
    const after = await logged(made, isOver);
    expect(after.letters.map(({ state }) => state)).toEqual(["sent", "sent"]);
    expect(mailsTo(right)).toHaveLength(1);
    expect(await refusal(root.call(routes.sendReportsAgain, { params: again }))).toBe("transition_not_allowed");
  });

  it("is busy: it is tried again, as the same letter", async () => {
    const address = somebody();
    let asked = 0;
    mail.answerTo((to) => {
      if (to !== address) return undefined;
      asked += 1;
      return asked === 1 ? { code: 451, message: "4.7.1 Greylisted" } : undefined;
    });
    const made = await schedule({ emails: [address] });
    await turn(CLOSING);
    const waiting = await logged(made, ({ letters }) => letters[0]?.fault === "not_now");
    expect(waiting.letters).toMatchObject([
      { state: "waiting", tries: 1, answer: expect.stringContaining("Greylisted") },
    ]);
    const over = await logged(made, isOver);
    expect(over.letters).toMatchObject([{ state: "sent", tries: 2, fault: null }]);
    expect(mailsTo(address)[0]?.raw).toContain(`<${over.letters[0]?.id}@example.org>`);
  });

  it("refuses the password: it is said without what it repeated of it", async () => {
    const url = mail.url.replace(encodeURIComponent(MAIL_SIGN_IN.password), "wrong-password-77");
    await using other = await startTestApi({ SMTP_URL: url, SMTP_FROM: FROM });
    const client = await other.as("administrator");
    const { slug } = await createEdition(client, other.url);
    const made = await client.call(routes.createReportSchedule, {
      params: { slug },
      body: { name: "x", reports: ["day"], locales: ["en"], moment: "closing", emails: [somebody()] },
    });
    await client.call(routes.sendReportsNow, { params: { slug, id: made.id }, body: { to: "everyone" } });
    for (;;) {
      const { items } = await client.call(routes.listReportSendings, { params: { slug, id: made.id } });
      if (items[0]?.letters[0]?.fault === "sign_in_refused") break;
      await delay(20);
    }
    const kept = await queryDatabase<{ all: string }>(
      other.database,
      `select (select string_agg(l::text, ' ') from report_letter l) || coalesce(
         (select string_agg(j.output::text, ' ') from pgboss.job j), '') as all`,
    );
    expect(kept[0]?.all).toContain("sign_in_refused");
    expect(kept[0]?.all).not.toContain("wrong-password-77");
  });

  it("is none: the letter waits, and is sent by a server that has one", async () => {
    await using without = await startTestApi();
    const client = await without.as("administrator");
    expect(await client.call(routes.mailStatus)).toEqual({ configured: false, from: null });
    expect(await root.call(routes.mailStatus)).toEqual({ configured: true, from: FROM });
    const { slug } = await createEdition(client, without.url);
    const made = await client.call(routes.createReportSchedule, {
      params: { slug },
      body: { name: "x", reports: ["day"], locales: ["en"], moment: "closing", emails: [somebody()] },
    });
    await client.call(routes.sendReportsNow, { params: { slug, id: made.id }, body: { to: "everyone" } });
    for (;;) {
      const { items } = await client.call(routes.listReportSendings, { params: { slug, id: made.id } });
      const [letter] = items[0]?.letters ?? [];
      if (letter?.fault === "not_configured") {
        expect(letter.state).toBe("waiting");
        break;
      }
      await delay(20);
    }
  });
});

it("a webhook is told the figures and where the reports are, signed, and its delivery stands in the log", async () => {
  await using receiver = await startReceiver();
  const { secret } = await root.call(routes.createWebhook, {
    params: params(),
    body: { name: "Newsroom", url: receiver.url, events: ["report.ready"] },
  });
  const made = await schedule({ emails: [], webhooks: true });
  await turn(CLOSING);
  const [message] = await receiver.received(1);
  if (message === undefined) throw new Error("Nothing came.");
  expect(isSignedWith(message, secret)).toBe(true);
  expect(JSON.parse(message.body)).toMatchObject({
    type: "report.ready",
    data: {
      edition: edition.slug,
      day: DAYS[0],
      figures: { day: { visits: 0, settled: false }, edition: { days: 2 } },
      reports: [{ report: "day", url: `/api/v1/editions/${edition.slug}/days/${DAYS[0]}/report?locale=en` }],
    },
  });
  expect((await logged(made, isOver)).letters).toMatchObject([
    { via: "webhook", to: "Newsroom", state: "sent", tries: 1 },
  ]);
});

describe("a schedule", () => {
  it("is listed with when it is due next, changed, paused and removed, and all of that is on the trail", async () => {
    const made = await schedule({ offsetMinutes: 15 });
    const next = async () =>
      (await root.call(routes.listReportSchedules, { params: params() })).items.find(({ id }) => id === made.id)?.next;
    expect(await next()).toEqual({ day: DAYS[0], at: new Date(CLOSING + 15 * 60_000).toISOString() });
    await root.call(routes.changeReportSchedule, { params: of(made), body: { active: false, name: "Later" } });
    expect(await next()).toBeNull();
    await root.call(routes.removeReportSchedule, { params: of(made) });
    expect(await refusal(log(made))).toBe("not_found");
    const trail = (await root.call(routes.listAudit, { query: { limit: 10 } })).items.filter(({ subject }) =>
      subject.endsWith(made.id),
    );
    expect(trail.map(({ action }) => action)).toEqual([
      "report-schedule.remove",
      "report-schedule.change",
      "report-schedule.create",
    ]);
    // The trail is for good: addresses are not on it.
    expect(JSON.stringify(trail)).not.toContain(made.emails[0]);
  });

  it("is refused where it makes no sense, in the words of the field", async () => {
    const refused = (given: object) => refusal(schedule(given));
    const many = Array.from({ length: 200 }, (_, index) => `person-${index}@example.org`);
    for (const given of [
      { emails: ["no address"] },
      { emails: ["a@example.org\r\nBcc: b@example.org"] },
      { emails: ["a@example.org, b@example.org"] },
      { emails: ["a@example.org", "A@example.org"] },
      { emails: many },
      { emails: [] },
      { locales: ["de"] },
      { locales: [] },
      { reports: ["secrets"] },
      { reports: ["day", "day"] },
      { name: "Evening\r\nBcc: b@example.org" },
      { name: "" },
      { offsetMinutes: -1 },
      { offsetMinutes: 100_000 },
      { moment: "sometimes" },
    ]) {
      expect([given, await refused(given)]).toEqual([given, "invalid"]);
    }
    const made = await schedule();
    const change = root.call(routes.changeReportSchedule, { params: of(made), body: { emails: [] } });
    expect(await refusal(change)).toBe("invalid");
    const elsewhere = root.call(routes.sendReportsNow, { params: of(made), body: { to: "me", day: "2098-01-01" } });
    expect(await refusal(elsewhere)).toBe("invalid");
  });

  it("puts no line of an edition's name into the head of a letter", async () => {
    const name = "Open\r\nBcc: spy@example.org\r\n\r\ndays";
    await root.call(routes.changeEdition, { params: params(), body: { names: { ar: name, fr: name, en: name } } });
    const address = somebody();
    const made = await schedule({ emails: [address] });
    await turn(CLOSING);
    await logged(made, isOver);
    const head = mailsTo(address)[0]?.raw.split("\r\n\r\n")[0] ?? "";
    expect(head).not.toMatch(/^Bcc:/m);
    expect(mail.mails.some(({ to }) => to.includes("spy@example.org"))).toBe(false);
  });
});
