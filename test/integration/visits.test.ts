import type { Client } from "@abwab/api-client";
import { type NewVisit, routes, type Slot, type Visit, type VisitQuery } from "@abwab/contract";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { signInAs, startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestEdition, today } from "../support/test-edition.ts";
import { type OrganisationRow, putOrganisations } from "../support/test-organisations.ts";

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let params: { slug: string };

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  edition = await createEdition(administrator, api.url, { days: daysFrom(today(), 3) });
  params = { slug: edition.slug };
});

const DAY_MS = 24 * 60 * 60_000;
const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ date: dayAfter(first, index), opensAt: "00:00", closesAt: "00:00" }));
const tomorrow = (): string => dayAfter(today(), 1);

const school = async (given: Partial<OrganisationRow> = {}): Promise<string> => {
  const [id] = await putOrganisations(api.database, edition.slug, [
    { name: "مدرسة ابن خلدون", kind: "public", ...given },
  ]);
  return id ?? "";
};
/** Slots of an hour. */
const slots = async (given: { zone?: string; day?: string; from?: string; to?: string; capacity?: number } = {}) => {
  const { zone = "SITE", day = tomorrow(), from = "09:00", to = "11:00", capacity = 100 } = given;
  const body = { zone, days: [day], from, to, minutes: 60, capacity };
  return (await administrator.call(routes.createSlots, { params, body })).items;
};
const slot = async (given: Parameters<typeof slots>[0] = {}): Promise<Slot> => {
  const [first] = await slots(given);
  if (first === undefined) throw new Error("There is no slot.");
  return first;
};
const book = (given: Partial<NewVisit> & Pick<NewVisit, "organisationId">, client = administrator): Promise<Visit> =>
  client.call(routes.bookVisit, { params, body: { slotId: null, pupils: 40, adults: 3, ...given } });
const change = (id: string, body: object): Promise<Visit> =>
  administrator.call(routes.changeVisit, { params: { ...params, id }, body });
const get = (id: string): Promise<Visit> => administrator.call(routes.getVisit, { params: { ...params, id } });
const list = async (query: Partial<VisitQuery> = {}): Promise<Visit[]> =>
  (await administrator.call(routes.listVisits, { params, query })).items;
const passOf = async ({ passCode }: Visit) =>
  administrator.call(routes.getPass, { params: { ...params, code: passCode ?? "" } });
const listSlots = async (query: { day?: string; zone?: string } = {}): Promise<Slot[]> =>
  (await administrator.call(routes.listSlots, { params, query })).items;

describe("slots", () => {
  it("come in rows over the days of a zone, and are listed by their time", async () => {
    await slots({ zone: "P01" });
    await slots({ day: today(), from: "22:00", to: "00:00" });
    const times = (await listSlots()).map(({ zone, startsAt, endsAt }) => [
      zone,
      (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000,
    ]);
    expect(times).toEqual([
      ["SITE", 60],
      ["SITE", 60],
      ["P01", 60],
      ["P01", 60],
    ]);
    expect(await listSlots({ day: tomorrow() })).toHaveLength(2);
    expect(await listSlots({ zone: "P01", day: today() })).toEqual([]);
  });

  it("stand at the edition's own hours", async () => {
    const first = await slot({ from: "09:00" });
    const hour = new Intl.DateTimeFormat("en-GB", { timeZone: "Africa/Casablanca", timeStyle: "short" });
    expect(hour.format(new Date(first.startsAt))).toBe("09:00");
  });

  it.each([
    ["a zone that isn't there", { zone: "P99" }, "zone"],
    ["a day that is none of the edition's", { days: ["2020-01-01"] }, "days"],
    ["hours in which none fits", { to: "09:30" }, "to"],
  ])("are refused as invalid with %s", async (_, given, path) => {
    const body = { zone: "SITE", days: [tomorrow()], from: "09:00", to: "11:00", minutes: 60, capacity: 50, ...given };
    await expect(administrator.call(routes.createSlots, { params, body })).rejects.toMatchObject({
      code: "invalid",
      errors: [expect.objectContaining({ path })],
    });
  });

  it("and a zone that is removed meanwhile: one of the two is refused, whichever comes first", async () => {
    for (let round = 0; round < 10; round += 1) {
      const code = `H${round}`;
      const names = { ar: code, fr: code, en: code };
      await administrator.call(routes.createZone, { params, body: { code, kind: "hall", names } });
      const outcomes = await Promise.allSettled([
        slots({ zone: code }),
        administrator.call(routes.removeZone, { params: { ...params, code } }),
      ]);
      const refused = outcomes.filter(({ status }) => status === "rejected");
      expect(refused).toMatchObject([{ reason: { code: expect.stringMatching(/^(invalid|in_use)$/) } }]);
    }
  });

  it("are refused outside the opening hours, and where there are such slots already", async () => {
    const days = [{ date: tomorrow(), opensAt: "09:00", closesAt: "18:00" }];
    await administrator.call(routes.changeEdition, { params, body: { days } });
    expect(await refusal(slots({ from: "08:00" }))).toBe("invalid");
    await slots();
    expect(await refusal(slots({ to: "10:00" }))).toBe("already_exists");
  });

  it("are made smaller only as far as nobody has booked, and removed only where nobody has", async () => {
    const { id } = await slot();
    const visit = await book({ organisationId: await school(), slotId: id });
    const one = { params: { ...params, id } };
    expect(await refusal(administrator.call(routes.changeSlot, { ...one, body: { capacity: 42 } }))).toBe("in_use");
    expect(await administrator.call(routes.changeSlot, { ...one, body: { capacity: 43 } })).toMatchObject({
      capacity: 43,
      booked: 43,
    });
    expect(await refusal(administrator.call(routes.removeSlot, one))).toBe("in_use");
    await change(visit.id, { cancelled: true });
    await administrator.call(routes.removeSlot, one);
    expect(await get(visit.id)).toMatchObject({ state: "cancelled", slot: null });
    expect(await refusal(administrator.call(routes.removeSlot, one))).toBe("not_found");
  });
});

describe("a zone with slots", () => {
  it("stays; its edition is removed with all that was booked", async () => {
    const body = { code: "HALL1", kind: "hall" as const, names: { ar: "a", fr: "f", en: "e" } };
    await administrator.call(routes.createZone, { params, body });
    const { id: slotId } = await slot({ zone: "HALL1" });
    const visit = await book({ organisationId: await school(), slotId });
    await change(visit.id, { pupils: 12 });
    const zone = { params: { ...params, code: "HALL1" } };
    expect(await refusal(administrator.call(routes.removeZone, zone))).toBe("in_use");
    await administrator.call(routes.removeEdition, { params });
    expect(await refusal(list())).toBe("not_found");
  });
});

describe("booking", () => {
  it("gives a group pass of that day with the organisation's name", async () => {
    const { id } = await slot();
    const visit = await book({ organisationId: await school(), slotId: id });
    expect(visit).toMatchObject({
      organisation: { nameAr: "مدرسة ابن خلدون", type: "school", kind: "public" },
      slot: { id, booked: 43 },
      pupils: 40,
      adults: 3,
      state: "expected",
      arrived: { pupils: 0, adults: 0, firstAt: null, lastAt: null },
      walkIn: false,
      ratioExceeded: false,
    });
    const { pass } = await passOf(visit);
    expect(pass).toMatchObject({
      kind: "group",
      category: "pupils",
      label: "مدرسة ابن خلدون",
      group: { pupils: 40, adults: 3 },
      zones: null,
      organisationId: visit.organisation.id,
    });
    const length = Date.parse(pass.validUntil ?? "") - Date.parse(pass.validFrom ?? "");
    expect(length).toBe(DAY_MS);
    expect(Date.parse(visit.slot?.startsAt ?? "")).toBeGreaterThan(Date.parse(pass.validFrom ?? ""));
  });

  it.each([
    ["school", "pupils"],
    ["civil_society", "civil_society"],
    ["media", "media"],
    ["institution", "officials"],
  ] as const)("counts a group of a %s as %s", async (type, category) => {
    const visit = await book({ organisationId: await school({ type }) });
    expect((await passOf(visit)).pass.category).toBe(category);
  });

  it("refuses more than there is room for, and whom the edition does not know", async () => {
    const { id } = await slot({ capacity: 50 });
    const organisationId = await school();
    expect(await refusal(book({ organisationId, slotId: id, pupils: 50 }))).toBe("slot_full");
    expect(await refusal(book({ organisationId, slotId: crypto.randomUUID() }))).toBe("invalid");
    expect(await refusal(book({ organisationId: crypto.randomUUID() }))).toBe("invalid");
    expect(await list()).toEqual([]);
    const { items } = await administrator.call(routes.listPasses, { params, query: {} });
    expect(items).toEqual([]);
  });

  it("never fills a slot beyond its room, with twenty at once over two servers", async () => {
    const { id } = await slot({ capacity: 300 });
    const schools = await putOrganisations(
      api.database,
      edition.slug,
      Array.from({ length: 20 }, (_, index) => ({ name: `school ${index}` })),
    );
    await using another = await api.startAnother();
    const elsewhere = await signInAs(another.url, "administrator");
    const outcomes = await Promise.all(
      schools.map(async (organisationId, index) => {
        const client = index % 2 === 0 ? administrator : elsewhere;
        try {
          await book({ organisationId, slotId: id, pupils: 27, adults: 3 }, client);
          return "booked";
        } catch (error) {
          return (error as { code: string }).code;
        }
      }),
    );
    expect(outcomes.toSorted()).toEqual([...Array<string>(10).fill("booked"), ...Array<string>(10).fill("slot_full")]);
    expect((await listSlots())[0]).toMatchObject({ booked: 300 });
  });

  it("is for supervisors, slots are for organisers, and nothing of it is for viewers", async () => {
    const [supervisor, viewer] = await Promise.all([api.as("supervisor"), api.as("viewer")]);
    const organisationId = await school();
    await book({ organisationId }, supervisor);
    expect(await refusal(book({ organisationId }, viewer))).toBe("forbidden");
    const body = { zone: "SITE", days: [tomorrow()], from: "09:00", to: "11:00", minutes: 60, capacity: 50 };
    expect(await refusal(supervisor.call(routes.createSlots, { params, body }))).toBe("forbidden");
    expect(await refusal(viewer.call(routes.listVisits, { params }))).toBe("forbidden");
  });

  it("is refused in an edition that is archived", async () => {
    const organisationId = await school();
    for (const status of ["closed", "archived"] as const) {
      await administrator.call(routes.changeEdition, { params, body: { status } });
    }
    expect(await refusal(book({ organisationId }))).toBe("edition_archived");
    expect(await refusal(slots())).toBe("edition_archived");
  });

  it("P2: is on the audit trail, as is every change of it", async () => {
    const { id } = await book({ organisationId: await school(), slotId: (await slot()).id });
    await change(id, { pupils: 30 });
    await change(id, { cancelled: true });
    const events = await queryDatabase(
      api.database,
      "select action, before, after from audit_event where subject = $1 order by id",
      [`visit ${edition.slug}/${id}`],
    );
    expect(events).toMatchObject([
      { action: "visit.book", after: { pupils: 40, adults: 3 } },
      { action: "visit.change", before: { pupils: 40 }, after: { pupils: 30 } },
      { action: "visit.cancel", before: { cancelled: false }, after: { cancelled: true } },
    ]);
  });

  it("says when a group brings too few adults", async () => {
    await administrator.call(routes.changeEdition, { params, body: { pupilsPerAdult: 20 } });
    const organisationId = await school();
    expect(await book({ organisationId, pupils: 40, adults: 2 })).toMatchObject({ ratioExceeded: false });
    expect(await book({ organisationId, pupils: 41, adults: 2 })).toMatchObject({ ratioExceeded: true });
  });
});

describe("changing a visit", () => {
  it("of other numbers or another day puts another pass in the place of the one before", async () => {
    const [organisationId, first] = [await school(), await slot()];
    const visit = await book({ organisationId, slotId: first.id });
    const resized = await change(visit.id, { pupils: 50 });
    expect(resized).toMatchObject({ pupils: 50, slot: { booked: 53 } });
    expect((await passOf(visit)).pass).toMatchObject({ replacedBy: resized.passCode });
    const later = await slot({ day: dayAfter(today(), 2) });
    const moved = await change(visit.id, { slotId: later.id });
    expect(moved).toMatchObject({ slot: { id: later.id, booked: 53 } });
    expect((await passOf(resized)).pass).toMatchObject({ replacedBy: moved.passCode });
    expect((await listSlots()).map(({ booked }) => booked)).toEqual([0, 0, 53, 0]);
  });

  it("to another hour of its day keeps the pass", async () => {
    const [organisationId, [nine, ten]] = [await school(), await slots()];
    const visit = await book({ organisationId, slotId: nine?.id ?? "" });
    expect(await change(visit.id, { slotId: ten?.id })).toMatchObject({
      passCode: visit.passCode,
      slot: { id: ten?.id },
    });
  });

  it("counts its own people only once against the room", async () => {
    const [organisationId, { id: slotId }] = [await school(), await slot({ capacity: 60 })];
    const visit = await book({ organisationId, slotId });
    expect(await change(visit.id, { pupils: 57 })).toMatchObject({ slot: { booked: 60 } });
    expect(await refusal(change(visit.id, { pupils: 58 }))).toBe("slot_full");
    expect((await get(visit.id)).pupils).toBe(57);
  });

  it("to nobody is refused", async () => {
    const visit = await book({ organisationId: await school() });
    expect(await refusal(change(visit.id, { pupils: 0, adults: 0 }))).toBe("invalid");
  });

  it("that is cancelled frees the room and revokes the pass; taken up again it gets another", async () => {
    const [organisationId, { id: slotId }] = [await school(), await slot({ capacity: 43 })];
    const visit = await book({ organisationId, slotId });
    expect(await change(visit.id, { cancelled: true })).toMatchObject({ state: "cancelled", passCode: null });
    expect((await passOf(visit)).pass.revokedAt).not.toBeNull();
    const other = await book({ organisationId, slotId });
    expect(await refusal(change(visit.id, { cancelled: false }))).toBe("slot_full");
    await change(other.id, { cancelled: true });
    const again = await change(visit.id, { cancelled: false });
    expect(again.state).toBe("expected");
    expect(again.passCode).not.toBe(visit.passCode);
    expect((await passOf(visit)).pass.replacedBy).toBe(again.passCode);
  });

  it("goes on with a pass that was reissued for another reason", async () => {
    const visit = await book({ organisationId: await school() });
    const one = { params: { ...params, code: visit.passCode ?? "" } };
    const { pass } = await administrator.call(routes.reissuePass, { ...one, body: { reason: "torn" } });
    expect((await get(visit.id)).passCode).toBe(pass.code);
  });
});

describe("what arrived", () => {
  const A_MINUTE = 60_000;

  it("is counted by the passes at the slot's zone, pupils and adults apart, without what was voided", async () => {
    const visit = await book({ organisationId: await school() });
    const { token } = await passOf(visit);
    const [gate, other, door] = await Promise.all(["G1", "G2", "P01-A"].map((code) => edition.pair(code)));
    const first = new Date(Date.now() - A_MINUTE).toISOString();
    await gate?.send([anEntry({ pass: token, headcount: 25, category: "pupils", occurredAt: first })]);
    const doubled = anEntry({ pass: token, headcount: 25, category: "pupils" });
    await other?.send([anEntry({ pass: token, headcount: 2 }), doubled]);
    await other?.send([aVoid(doubled.id)]);
    await door?.send([anEntry({ pass: token, headcount: 27 })]);
    await gate?.send([anEntry({ pass: token, headcount: 27, direction: "out" })]);
    const { state, arrived } = await get(visit.id);
    expect(state).toBe("partly_arrived");
    expect(arrived).toMatchObject({ pupils: 25, adults: 2, firstAt: first });
    expect(Date.parse(arrived.lastAt ?? "")).toBeGreaterThan(Date.parse(first));
  });

  it("counts at a pavilion for a slot there", async () => {
    const { id: slotId } = await slot({ zone: "P01", day: today(), from: "00:00", to: "01:00" });
    const visit = await book({ organisationId: await school(), slotId });
    const { token } = await passOf(visit);
    const [gate, door] = [await edition.pair("G1"), await edition.pair("P01-A")];
    await gate.send([anEntry({ pass: token, headcount: 43, category: "pupils" })]);
    expect((await get(visit.id)).arrived.pupils).toBe(0);
    await door.send([
      anEntry({ pass: token, headcount: 40, category: "pupils" }),
      anEntry({ pass: token, headcount: 3 }),
    ]);
    expect(await get(visit.id)).toMatchObject({ state: "arrived", arrived: { pupils: 40, adults: 3 } });
  });

  it("stays with the visit when its pass is replaced", async () => {
    const visit = await book({ organisationId: await school() });
    const gate = await edition.pair("G1");
    await gate.send([anEntry({ pass: (await passOf(visit)).token, headcount: 20, category: "pupils" })]);
    const changed = await change(visit.id, { pupils: 60 });
    await gate.send([anEntry({ pass: (await passOf(changed)).token, headcount: 30, category: "pupils" })]);
    expect((await get(visit.id)).arrived.pupils).toBe(50);
  });

  it("A4: leaves out a rehearsal once the edition is open", async () => {
    edition = await createEdition(administrator, api.url, { status: "draft", days: daysFrom(today(), 2) });
    params = { slug: edition.slug };
    const visit = await book({ organisationId: await school() });
    const gate = await edition.pair("G1");
    await gate.send([anEntry({ pass: (await passOf(visit)).token, headcount: 43, category: "pupils" })]);
    expect((await get(visit.id)).arrived.pupils).toBe(43);
    await administrator.call(routes.changeEdition, { params, body: { status: "open" } });
    expect(await get(visit.id)).toMatchObject({ arrived: { pupils: 0 }, state: "expected" });
  });
});

describe("the list", () => {
  it("is by the hour, page by page, and filtered by day, zone, state, organisation and province", async () => {
    const [a, b, c] = await putOrganisations(api.database, edition.slug, [
      { name: "a", province: "06.141" },
      { name: "b", province: "06.181" },
      { name: "c", province: "06.141" },
    ]);
    const [nine, ten] = await slots();
    const early = await slot({ zone: "P01", day: today(), from: "00:00", to: "01:00" });
    const of = async (organisationId = "", slotId = ""): Promise<string> => (await book({ organisationId, slotId })).id;
    const [second, third, first] = [await of(a, nine?.id), await of(b, ten?.id), await of(c, early.id)];
    const ids = async (query: Partial<VisitQuery>): Promise<string[]> => (await list(query)).map(({ id }) => id);
    expect(await ids({})).toEqual([first, second, third]);
    expect(await ids({ day: today() })).toEqual([first]);
    expect(await ids({ zone: "SITE" })).toEqual([second, third]);
    expect(await ids({ organisation: b })).toEqual([third]);
    expect(await ids({ province: "06.141" })).toEqual([first, second]);
    await change(second, { cancelled: true });
    expect(await ids({ state: "cancelled" })).toEqual([second]);
    expect(await ids({ state: "expected", day: tomorrow() })).toEqual([third]);
    const { nextCursor } = await administrator.call(routes.listVisits, { params, query: { limit: 2 } });
    expect(await ids({ limit: 2, cursor: nextCursor ?? "" })).toEqual([third]);
  });
});

describe("distributing", () => {
  const distribute = (given: object = {}) =>
    administrator.call(routes.distributeVisits, { params, body: { zone: "SITE", days: [tomorrow()], ...given } });

  it("says first what it would do, does exactly that, and finds nothing more to do", async () => {
    await putOrganisations(api.database, edition.slug, [
      { name: "b", pupils: 60, adults: 4 },
      { name: "a", pupils: 60, adults: 4 },
      { name: "c", pupils: 30, adults: 2 },
      { name: "d" },
      { name: "e", pupils: 100, adults: 1 },
      { name: "f", pupils: 50, adults: 0 },
    ]);
    await slots();
    const said = await distribute();
    expect(said).toMatchObject({
      placed: 3,
      people: 160,
      left: [
        { nameAr: "d", people: 0, reason: "nobody_expected" },
        { nameAr: "e", people: 101, reason: "larger_than_any_slot" },
        { nameAr: "f", people: 50, reason: "no_free_slot" },
      ],
    });
    expect(await list()).toEqual([]);
    expect(await distribute({ dryRun: false })).toEqual(said);
    const visits = await list();
    expect(visits.map(({ organisation }) => organisation.nameAr ?? "").toSorted()).toEqual(["a", "b", "c"]);
    expect((await listSlots()).map(({ booked }) => booked)).toEqual([96, 64]);
    for (const visit of visits) expect((await passOf(visit)).pass.label).toBe(visit.organisation.nameAr);
    expect(await distribute({ dryRun: false })).toMatchObject({ placed: 0, people: 0 });
  });

  it("takes only those of a type and a province, and those whose visit was cancelled again", async () => {
    const [first, , other] = await putOrganisations(api.database, edition.slug, [
      { name: "a", province: "06.141", pupils: 10 },
      { name: "b", province: "06.141", pupils: 10, type: "civil_society" },
      { name: "c", province: "06.181", pupils: 10 },
    ]);
    await slots();
    const { id } = await book({ organisationId: first ?? "" });
    await book({ organisationId: other ?? "" });
    expect(await distribute({ type: "school" })).toMatchObject({ placed: 0 });
    await change(id, { cancelled: true });
    expect(await distribute({ type: "school", province: "06.141" })).toMatchObject({ placed: 1, people: 10 });
    expect(await distribute()).toMatchObject({ placed: 2 });
  });

  it("twice at once over two servers places nobody twice and fills no slot beyond its room", async () => {
    // More than one transaction places.
    const rows = Array.from({ length: 700 }, (_, index) => ({ name: `school ${index}`, pupils: 7 + (index % 5) }));
    await putOrganisations(api.database, edition.slug, rows);
    await slots({ from: "08:00", to: "12:00", capacity: 1500 });
    await using another = await api.startAnother();
    const elsewhere = await signInAs(another.url, "administrator");
    const body = { zone: "SITE", days: [tomorrow()], dryRun: false };
    const outcomes = await Promise.all(
      [administrator, elsewhere].map((client) => client.call(routes.distributeVisits, { params, body })),
    );
    const placed = outcomes.reduce((sum, outcome) => sum + outcome.placed, 0);
    const people = outcomes.reduce((sum, outcome) => sum + outcome.people, 0);
    const [counted] = await queryDatabase(
      api.database,
      `select count(*)::integer as visits, count(distinct organisation_id)::integer as organisations,
         count(distinct first_pass)::integer as passes, sum(pupils + adults)::integer as people
       from visit where edition_id = (select id from edition where slug = $1)`,
      [edition.slug],
    );
    expect(counted).toEqual({ visits: placed, organisations: placed, passes: placed, people });
    const taken = await listSlots();
    for (const { booked, capacity } of taken) expect(booked).toBeLessThanOrEqual(capacity);
    // 6,300 people and room for 6,000: nobody is left for whom there was room.
    expect(Math.max(...taken.map(({ booked, capacity }) => capacity - booked))).toBeLessThan(7);
  });
});

describe("represented", () => {
  const represented = async () => (await administrator.call(routes.represented, { params })).items;

  it("are organisations of which somebody came, each once, beside the invited and the booked", async () => {
    const [came, booked, , merged, outlet] = await putOrganisations(api.database, edition.slug, [
      { name: "came", kind: "public" },
      { name: "booked", kind: "public" },
      { name: "only invited", kind: "public" },
      { name: "the same as came", kind: "private" },
      { name: "2M", type: "media", kind: "television" },
    ]);
    await book({ organisationId: booked ?? "" });
    const [first, second] = [await book({ organisationId: came ?? "" }), await book({ organisationId: merged ?? "" })];
    await queryDatabase(api.database, "update organisation set merged_into = $2 where id = $1", [merged, came]);
    const [gate, door] = [await edition.pair("G1"), await edition.pair("P01-A")];
    const [one, two] = [await passOf(first), await passOf(second)];
    await gate.send([
      anEntry({ pass: one.token, headcount: 38, category: "pupils" }),
      anEntry({ pass: two.token, headcount: 2 }),
    ]);
    await door.send([anEntry({ pass: one.token, headcount: 38, category: "pupils" })]);
    const badge = await administrator.call(routes.issuePass, {
      params,
      body: { kind: "accreditation", category: "media", label: "2M", organisationId: outlet ?? "" },
    });
    const entries = [anEntry({ pass: badge.token }), anEntry({ pass: badge.token })];
    await gate.send(entries);
    expect(await represented()).toEqual([
      { type: "school", kind: "public", invited: 3, booked: 2, arrived: 1, pupils: 38, adults: 2 },
      { type: "media", kind: "television", invited: 1, booked: 0, arrived: 1, pupils: 0, adults: 1 },
    ]);
    await gate.send(entries.map(({ id }) => aVoid(id)));
    expect((await represented())[1]).toMatchObject({ arrived: 0, adults: 0 });
  });
});

describe("at a gate", () => {
  it("a kiosk gets today's groups with their passes: at a gate of the site all, at a door those that come there", async () => {
    const at = (zone: string, from: string, to: string) => slot({ zone, day: today(), from, to });
    const [park, hall, arena] = [
      await at("SITE", "01:00", "02:00"),
      await at("P01", "02:00", "03:00"),
      await at("ARENA", "03:00", "04:00"),
    ];
    const organisationId = await school();
    const visits = [];
    for (const { id } of [park, hall, arena, await slot()]) visits.push(await book({ organisationId, slotId: id }));
    const cancelled = await book({ organisationId, slotId: park.id });
    await change(cancelled.id, { cancelled: true });
    const codesAt = async (checkpoint: string): Promise<(string | null)[]> => {
      const { client } = await edition.pair(checkpoint);
      const { items } = await client.call(routes.listDeviceVisits, {});
      for (const { visit, token } of items) expect((await passOf(visit)).token).toBe(token);
      return items.map(({ visit }) => visit.passCode);
    };
    const codes = visits.map(({ passCode }) => passCode);
    expect(await codesAt("G1")).toEqual(codes.slice(0, 3));
    expect(await codesAt("P01-A")).toEqual(codes.slice(0, 2));
  });

  it("a group that may come on any day is known each day, and stands on a day's list where it is asked for", async () => {
    const { id } = await book({ organisationId: await school() });
    const { client } = await edition.pair("P01-A");
    expect((await client.call(routes.listDeviceVisits, {})).items.map(({ visit }) => visit.id)).toEqual([id]);
    expect(await list({ day: today() })).toEqual([]);
    expect((await list({ day: today(), anyDay: "true" })).map((visit) => visit.id)).toEqual([id]);
  });

  it("a group without a booking is booked once, however often the kiosk asks", async () => {
    const { client } = await edition.pair("G1");
    const body = { id: crypto.randomUUID(), organisationId: await school(), pupils: 18, adults: 2 };
    const answers = await Promise.all(Array.from({ length: 3 }, () => client.call(routes.bookWalkIn, { body })));
    expect(new Set(answers.map(({ token }) => token)).size).toBe(1);
    expect(answers[0]?.visit).toMatchObject({ id: body.id, walkIn: true, slot: null, pupils: 18, adults: 2 });
    expect((await list({ day: today() })).map(({ id }) => id)).toEqual([body.id]);
    expect((await client.call(routes.listDeviceVisits, {})).items).toHaveLength(1);
  });

  it("one that is on no list is written down, marked, and found by its name at the next gate", async () => {
    const [gate, other] = [await edition.pair("G1"), await edition.pair("G2")];
    const body = {
      id: crypto.randomUUID(),
      name: "جمعية أمل الغد",
      type: "civil_society" as const,
      pupils: 0,
      adults: 12,
    };
    const answers = await Promise.all([gate, gate].map(({ client }) => client.call(routes.bookWalkIn, { body })));
    const { organisation } = answers[0]?.visit ?? {};
    expect(organisation).toMatchObject({ type: "civil_society", nameAr: body.name, nameFr: null });
    const { items } = await administrator.call(routes.listOrganisations, { params });
    expect(items).toMatchObject([{ id: organisation?.id, atGate: true }]);
    const find = { query: { search: "جمعيه امل الغد" } };
    const found = (await other.client.call(routes.searchDeviceOrganisations, find)).items;
    expect(found).toMatchObject([{ id: organisation?.id }]);
    expect(Object.keys(found[0] ?? {})).not.toContain("contact");
  });

  it("an organisation of another edition is not booked", async () => {
    const organisationId = await school();
    edition = await createEdition(administrator, api.url);
    const { client } = await edition.pair("G1");
    const body = { id: crypto.randomUUID(), organisationId, pupils: 1, adults: 0 };
    expect(await refusal(client.call(routes.bookWalkIn, { body }))).toBe("invalid");
  });
});
