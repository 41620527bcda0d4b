import { createClient, type Client } from "@abwab/api-client";
import { type NewProgrammeItem, type ProgrammeItem, routes } from "@abwab/contract";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition, type TestEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let params: { slug: string };

const called = (name: string) => ({ ar: `${name} ع`, fr: name, en: name });
const days = [
  { date: "2025-05-17", opensAt: "09:00", closesAt: "21:00" },
  { date: "2025-05-18", opensAt: "09:00", closesAt: "21:00" },
];

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  edition = await createEdition(administrator, api.url, { days });
  params = { slug: edition.slug };
  const hall = { kind: "hall" as const, capacity: 50 };
  for (const code of ["HALL1", "HALL2"]) {
    await administrator.call(routes.createZone, { params, body: { code, names: called(code), ...hall } });
  }
  await administrator.call(routes.createCheckpoint, {
    params,
    body: { code: "HALL1-A", zone: "HALL1", names: called("door") },
  });
});

/** An item of 17 May 2025 in HALL1; hours are local. */
const draft = (from: string, to: string, given: Partial<NewProgrammeItem> = {}): NewProgrammeItem => ({
  kind: "seminar",
  names: called("Police and AI"),
  zone: "HALL1",
  startsAt: `2025-05-17T${from}:00+01:00`,
  endsAt: `2025-05-17T${to}:00+01:00`,
  speakers: [],
  expected: null,
  attended: null,
  ...given,
});
const add = (body: NewProgrammeItem) => administrator.call(routes.createProgrammeItem, { params, body });
const list = async (query: object = {}) => (await administrator.call(routes.listProgramme, { params, query })).items;
const one = (id: string) => ({ ...params, id });
const codesOf = ({ remarks }: ProgrammeItem) => remarks.map(({ code }) => code);

async function enter(headcount: number, at: string, category = "public"): Promise<void> {
  const gate = await edition.pair("HALL1-A");
  const entry = { id: crypto.randomUUID(), direction: "in" as const, headcount, category };
  await gate.send([{ ...entry, occurredAt: `2025-05-17T${at}:00+01:00` }]);
}

describe("the programme", () => {
  it("is listed by its hours, of a day, a hall or a kind, page by page", async () => {
    await add(draft("14:00", "15:00", { zone: "HALL2", kind: "workshop" }));
    await add(draft("10:00", "11:00"));
    await add(draft("10:00", "11:00", { startsAt: "2025-05-18T10:00:00Z", endsAt: "2025-05-18T11:00:00Z" }));
    expect((await list({ day: "2025-05-17" })).map(({ startsAt }) => startsAt)).toEqual([
      "2025-05-17T09:00:00.000Z",
      "2025-05-17T13:00:00.000Z",
    ]);
    expect((await list({ zone: "HALL2" })).map(({ kind }) => kind)).toEqual(["workshop"]);
    expect(await list({ kind: "show" })).toEqual([]);
    const first = await administrator.call(routes.listProgramme, { params, query: { limit: 2 } });
    expect(await list({ limit: 2, cursor: first.nextCursor ?? "" })).toMatchObject([{ day: "2025-05-18" }]);
  });

  it("counts who came into the hall from start to end by the placed time, without staff", async () => {
    const item = await add(draft("10:00", "11:00"));
    await enter(3, "09:59");
    await enter(5, "10:00");
    await enter(7, "10:59");
    await enter(11, "11:00");
    await enter(13, "10:30", "staff");
    expect(await administrator.call(routes.getProgrammeItem, { params: one(item.id) })).toMatchObject({
      counted: 12,
      attendance: { value: 12, origin: "counted" },
    });
  });

  it("C1: follows a void of what was counted", async () => {
    const item = await add(draft("10:00", "11:00"));
    const gate = await edition.pair("HALL1-A");
    const id = crypto.randomUUID();
    await gate.send([{ id, direction: "in", headcount: 4, occurredAt: "2025-05-17T10:15:00+01:00" }]);
    await administrator.call(routes.voidEntry, { params: { id }, body: { reason: "twice" } });
    const { attendance } = await administrator.call(routes.getProgrammeItem, { params: one(item.id) });
    expect(attendance).toEqual({ value: 0, origin: "counted" });
  });

  it("shows what a person says of who came, as entered and beside what was counted", async () => {
    const item = await add(draft("10:00", "11:00"));
    await enter(5, "10:10");
    const said = await administrator.call(routes.changeProgrammeItem, { params: one(item.id), body: { attended: 9 } });
    expect(said).toMatchObject({ attendance: { value: 9, origin: "entered" }, counted: 5 });
    const back = await administrator.call(routes.changeProgrammeItem, {
      params: one(item.id),
      body: { attended: null },
    });
    expect(back.attendance).toEqual({ value: 5, origin: "counted" });
  });

  it("knows nothing of who came where nobody is counted going in, or before it starts", async () => {
    expect((await add(draft("10:00", "11:00", { zone: "HALL2" }))).attendance).toBeNull();
    const hours = { startsAt: "2999-05-17T10:00:00Z", endsAt: "2999-05-17T11:00:00Z" };
    expect((await add(draft("10:00", "11:00", hours))).attendance).toBeNull();
  });

  it("says what clashes, and refuses nothing of it", async () => {
    const speakers = [{ name: "Salma Bennis", affiliation: "DGSN" }];
    const first = await add(draft("10:00", "11:00", { speakers }));
    expect(first.remarks).toEqual([]);
    const clash = await add(draft("10:30", "11:30", { expected: 60 }));
    expect(clash.remarks).toEqual([
      { code: "hall_clash", with: [first.id] },
      { code: "over_capacity", over: 10 },
    ]);
    const elsewhere = await add(draft("10:59", "12:00", { zone: "HALL2", speakers }));
    expect(elsewhere.remarks).toEqual([{ code: "speaker_clash", with: [first.id], speaker: "Salma Bennis" }]);
    expect(codesOf(await add(draft("08:00", "09:30", { zone: "HALL2" })))).toEqual(["outside_hours"]);
  });

  it("is changed, copied to another day and taken off", async () => {
    const item = await add(draft("10:00", "11:00", { attended: 9 }));
    const changed = await administrator.call(routes.changeProgrammeItem, {
      params: one(item.id),
      body: { zone: "HALL2", endsAt: "2025-05-17T11:45:00+01:00" },
    });
    expect(changed).toMatchObject({ zone: "HALL2", endsAt: "2025-05-17T10:45:00.000Z" });
    const copied = await administrator.call(routes.copyProgrammeItem, {
      params: one(item.id),
      body: { day: "2025-05-18" },
    });
    expect(copied).toMatchObject({ zone: "HALL2", startsAt: "2025-05-18T09:00:00.000Z", attended: null });
    await administrator.call(routes.removeProgrammeItem, { params: one(item.id) });
    expect((await list()).map(({ id }) => id)).toEqual([copied.id]);
  });

  it("refuses an end before the start, a hall that isn't there and half minutes", async () => {
    expect(await refusal(add(draft("11:00", "10:00")))).toBe("invalid");
    expect(await refusal(add(draft("10:00", "11:00", { zone: "HALL9" })))).toBe("not_found");
    expect(await refusal(add(draft("10:00", "11:00", { startsAt: "2025-05-17T10:00:30+01:00" })))).toBe("invalid");
    const { id } = await add(draft("10:00", "11:00"));
    const endsAt = "2025-05-17T09:00:00+01:00";
    expect(await refusal(administrator.call(routes.changeProgrammeItem, { params: one(id), body: { endsAt } }))).toBe(
      "invalid",
    );
  });

  it("keeps its hall from being removed", async () => {
    await add(draft("10:00", "11:00", { zone: "HALL2" }));
    expect(await refusal(administrator.call(routes.removeZone, { params: { ...params, code: "HALL2" } }))).toBe(
      "in_use",
    );
  });
});

describe("the programme for others", () => {
  const calendar = (slug: string, locale = "fr") =>
    fetch(`${api.url}/api/v1/editions/${slug}/programme.ics?locale=${locale}`);

  it("is read by anyone as iCalendar where the edition is public, and by nobody unknown where it is not", async () => {
    const { id } = await add(draft("10:00", "11:00"));
    expect((await calendar(edition.slug)).status).toBe(401);
    await administrator.call(routes.changeEdition, { params, body: { public: true } });
    const answer = await calendar(edition.slug);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const lines = (await answer.text()).split("\r\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        "BEGIN:VCALENDAR",
        `UID:${id}@abwab`,
        "DTSTART:20250517T090000Z",
        "DTEND:20250517T100000Z",
        "SUMMARY;LANGUAGE=fr:Police and AI",
        "LOCATION;LANGUAGE=fr:HALL1",
        "CATEGORIES;LANGUAGE=fr:Séminaire",
        "END:VCALENDAR",
      ]),
    );
  });

  it.each(["ar", "fr", "en"])("is printed as a PDF in %s", async (locale) => {
    await add(draft("10:00", "11:00", { speakers: [{ name: "Salma Bennis", affiliation: "DGSN" }] }));
    const { token } = await administrator.call(routes.createApiToken, { body: { name: "printer", role: "viewer" } });
    const answer = await fetch(`${api.url}/api/v1/editions/${edition.slug}/programme/print?locale=${locale}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("is closed to strangers otherwise", async () => {
    const stranger = createClient({ baseUrl: api.url });
    expect(await refusal(stranger.call(routes.listProgramme, { params }))).toBe("unauthenticated");
  });
});
