import { createClient, type Client } from "@abwab/api-client";
import { type Outlook, type PublishedFigure, routes } from "@abwab/contract";
import { addDays } from "@abwab/domain";
import { signInAs, startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition, today } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

const dayOf = (date: string) => ({ date, opensAt: "09:00", closesAt: "21:00" });
const visits = (value: number, metric = "visits"): PublishedFigure => ({
  metric,
  value,
  qualifier: "about",
  source: "press",
});
/** Entries of a day, each at an hour of UTC, which is the local one less one. */
const at = (date: string, hour: string, headcount: number, category = "public") =>
  anEntry({ occurredAt: `${date}T${hour}:00Z`, headcount, category });
const outlook = (edition: TestEdition, query: { day?: string } = {}, client = administrator): Promise<Outlook> =>
  client.call(routes.outlook, { params: { slug: edition.slug }, query });
const stepAt = ({ steps }: Outlook, time: string) => steps.find((step) => step.at === `${time}:00.000Z`);

/** Three days of a year's May that are over. */
async function pastEdition(year: number, published: PublishedFigure[] = []): Promise<[TestEdition, TestDevice]> {
  const days = [17, 18, 19].map((day) => dayOf(`${year}-05-${day}`));
  const edition = await createEdition(administrator, api.url, { days, published });
  return [edition, await edition.pair("G1")];
}

describe("a day that is over", () => {
  test("C1: its curve is the recount of its entries in steps of ten minutes, staff and voided ones left out", async () => {
    const [edition, gate] = await pastEdition(2001);
    const wrong = at("2001-05-18", "09:30", 50);
    const entries = [
      at("2001-05-18", "09:05", 100),
      at("2001-05-18", "09:15", 20, "staff"),
      at("2001-05-18", "12:59", 200, "pupils"),
      at("2001-05-18", "19:30", 300),
      wrong,
    ];
    await gate.send(entries);
    await gate.send([aVoid(wrong.id, { occurredAt: "2001-05-18T09:31:00Z" })]);
    const answer = await outlook(edition, { day: "2001-05-18" });
    const counted = ["2001-05-18T09:00", "2001-05-18T09:10", "2001-05-18T13:00", "2001-05-18T20:00"];
    expect(counted.map((time) => stepAt(answer, time)?.counted)).toEqual([0, 100, 300, 600]);
    expect(answer).toMatchObject({ state: "over", forecast: { day: { expected: 600, low: 600, method: "counted" } } });
  });

  test("stands beside yesterday and the mean of the days before", async () => {
    const [edition, gate] = await pastEdition(2002);
    await gate.send([at("2002-05-17", "09:05", 100), at("2002-05-18", "09:05", 300), at("2002-05-19", "09:05", 500)]);
    const answer = await outlook(edition);
    expect(answer).toMatchObject({ day: "2002-05-19", yesterday: { date: "2002-05-18", visits: 300 } });
    expect(stepAt(answer, "2002-05-19T10:00")).toMatchObject({ counted: 500, yesterday: 300, typical: 200 });
  });

  test("a day that is none of the edition's is not found", async () => {
    const [edition] = await pastEdition(2003);
    await expect(outlook(edition, { day: "2003-06-01" })).rejects.toMatchObject({ status: 404 });
  });
});

describe("the record", () => {
  test("is the highest comparable figure that was published of an earlier edition, with the minute it was passed", async () => {
    await pastEdition(2004, [visits(1_500), visits(9_000_000, "broadcast_views")]);
    await pastEdition(2005, [visits(1_400)]);
    const [edition, gate] = await pastEdition(2006, [visits(99)]);
    await gate.send([at("2006-05-17", "10:00", 1_000), at("2006-05-18", "10:20", 500)]);
    expect((await outlook(edition)).record).toMatchObject({ value: 1_500, missing: 1, passedAt: null });
    await gate.send([at("2006-05-18", "11:07", 1)]);
    expect((await outlook(edition)).record).toMatchObject({ missing: 0, passedAt: "2006-05-18T11:07:00.000Z" });
  });

  test("a token for one edition sees the published figure of another, and none of its counts", async () => {
    const [earlier, theirs] = await pastEdition(2007, [visits(4_000_000)]);
    await theirs.send([at("2007-05-17", "10:00", 7)]);
    const [edition] = await pastEdition(2008);
    const { token } = await administrator.call(routes.createApiToken, {
      body: { name: "screen", role: "viewer", edition: edition.slug },
    });
    const bound = createClient({ baseUrl: api.url, token });
    expect((await outlook(edition, { day: "2008-05-17" })).earlier).toMatchObject({ edition: earlier.slug, visits: 7 });
    expect(await outlook(edition, { day: "2008-05-17" }, bound)).toMatchObject({
      earlier: null,
      record: { value: 4_000_000 },
    });
  });
});

test("milestones carry the minute in which the edition's sum passed them", async () => {
  const [edition, gate] = await pastEdition(2009);
  const many = (date: string, hour: string, times: number) =>
    Array.from({ length: times }, () => at(date, hour, 1_000));
  await gate.send(many("2009-05-17", "10:00", 99));
  await gate.send(many("2009-05-18", "10:30", 1));
  await gate.send(many("2009-05-19", "12:00", 101));
  expect((await outlook(edition)).milestones).toEqual({
    passed: [
      { visits: 100_000, passedAt: "2009-05-18T10:30:00.000Z" },
      { visits: 200_000, passedAt: "2009-05-19T12:00:00.000Z" },
    ],
    next: { visits: 300_000, expectedAt: null },
  });
});

describe("the running day", () => {
  const round = (date: string) => ({ date, opensAt: "00:00", closesAt: "00:00" });

  test("is never forecast below what is counted, and every server sees an entry at once", async () => {
    const days = [addDays(today(), -1), today(), addDays(today(), 1)].map(round);
    const edition = await createEdition(administrator, api.url, { days });
    const gate = await edition.pair("G1");
    await gate.send([
      anEntry({ occurredAt: new Date(Date.now() - 24 * 3_600_000).toISOString(), headcount: 400 }),
      anEntry({ headcount: 30 }),
    ]);
    await using other = await api.startAnother();
    const there = await signInAs(other.url, "administrator");
    await outlook(edition, {}, there);
    await gate.send([anEntry({ headcount: 70 })]);
    const answer = await outlook(edition, {}, there);
    expect(answer.state).toBe("running");
    const { day, edition: whole } = answer.forecast;
    expect(day?.counted).toBe(100);
    expect(day?.low).toBeGreaterThanOrEqual(100);
    expect(day?.expected).toBeGreaterThanOrEqual(day?.low ?? Infinity);
    expect(day?.high).toBeGreaterThanOrEqual(day?.expected ?? Infinity);
    expect(whole).toMatchObject({ counted: 500 });
    expect(whole?.expected).toBeGreaterThanOrEqual(500 + (day?.expected ?? 0) - 100);
  });

  test("its expected steps begin where the counted ones end", async () => {
    const edition = await createEdition(administrator, api.url, { days: [addDays(today(), -1), today()].map(round) });
    await (
      await edition.pair("G1")
    ).send([anEntry({ occurredAt: new Date(Date.now() - 24 * 3_600_000).toISOString(), headcount: 400 })]);
    const { steps } = await outlook(edition);
    const both = steps.filter(({ counted, expected }) => (counted === null) === (expected === null));
    expect(both).toEqual([]);
    const firstAhead = steps.findIndex(({ counted }) => counted === null);
    expect(steps.slice(firstAhead).every(({ counted }) => counted === null)).toBe(true);
  });
});
