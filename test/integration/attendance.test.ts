import type { Client } from "@abwab/api-client";
import { type AttendanceBreakdown, routes } from "@abwab/contract";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";
import { putOrganisations } from "../support/test-organisations.ts";

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let gate: TestDevice;
let door: TestDevice;

const DAY = "2001-05-17";

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

beforeEach(async () => {
  const days = [DAY, "2001-05-18"].map((date) => ({ date, opensAt: "09:00", closesAt: "21:00" }));
  edition = await createEdition(administrator, api.url, { days, originSample: 50 });
  gate = await edition.pair("G1");
  door = await edition.pair("P01-A");
});

type Given = Parameters<typeof anEntry>[0];
/** At an hour of UTC of the first day. */
const at = (hour: string, given: Given, date = DAY) => anEntry({ occurredAt: `${date}T${hour}:00Z`, ...given });
const breakdown = (query: { day?: string } = {}): Promise<AttendanceBreakdown> =>
  administrator.call(routes.attendance, { params: { slug: edition.slug }, query });
const zone = async (code: string, query = {}) => (await breakdown(query)).zones.find((row) => row.zone === code);

describe("who came", () => {
  test("C1: visits by category are those of the site; staff stand apart", async () => {
    await gate.send([
      at("10:00", { headcount: 40, category: "pupils" }),
      at("10:05", { headcount: 9 }),
      at("10:10", { headcount: 3, category: "staff" }),
    ]);
    await door.send([at("10:20", { headcount: 30, category: "media" })]);
    expect(await breakdown()).toMatchObject({
      visits: 49,
      categories: [
        { category: "pupils", visits: 40 },
        { category: "public", visits: 9 },
        { category: "staff", visits: 3 },
      ],
    });
  });

  test("a day is itself alone, and one that is none of the edition's is not found", async () => {
    await gate.send([at("10:00", { headcount: 40 }), at("10:00", { headcount: 2 }, "2001-05-18")]);
    expect([(await breakdown()).visits, (await breakdown({ day: "2001-05-18" })).visits]).toEqual([42, 2]);
    await expect(breakdown({ day: "2001-06-01" })).rejects.toMatchObject({ status: 404 });
  });

  test("groups are told by the city and the region of their organisations", async () => {
    const [school = ""] = await putOrganisations(api.database, edition.slug, [
      { name: "مدرسة", city: "آسفي", province: "07.431" },
      { name: "مدرسة لم تحجز", city: "وجدة", province: "02.411" },
    ]);
    const params = { slug: edition.slug };
    const body = { organisationId: school, slotId: null, pupils: 30, adults: 2, walkIn: true };
    await administrator.call(routes.bookVisit, { params, body });
    expect((await breakdown()).groupPlaces).toEqual([
      { city: "آسفي", province: "07.431", region: "07", booked: 1, arrived: 0, people: 0 },
    ]);
  });

  test("the public is shown as the sample that was asked at the site, with its margin; what was voided was not said", async () => {
    const wrong = at("10:30", { origin: "01.511" });
    await gate.send([
      at("10:00", { origin: "06.181" }),
      at("10:01", { origin: "06.141" }),
      at("10:02", { origin: "07.431" }),
      at("10:03", { origin: "FR" }),
      at("10:04", {}),
      wrong,
    ]);
    await gate.send([aVoid(wrong.id, { occurredAt: `${DAY}T10:31:00Z` })]);
    await door.send([at("11:00", { origin: "06.181" })]);
    const { origins } = await breakdown({ day: DAY });
    expect(origins).toMatchObject({ every: 50, asked: 4 });
    expect(origins.regions.map(({ place, answers, share }) => [place, answers, share])).toEqual([
      ["06", 2, 0.5],
      ["07", 1, 0.25],
      [null, 1, 0.25],
    ]);
    expect(origins.regions.every(({ margin }) => margin > 0.3 && margin <= 1)).toBe(true);
  });
});

describe("zones", () => {
  test("have their busiest quarter of an hour, recounted when something comes late", async () => {
    await door.send([at("10:01", { headcount: 20 }), at("10:14", { headcount: 5 }), at("12:00", { headcount: 24 })]);
    expect((await zone("P01"))?.peak).toEqual({ at: `${DAY}T10:00:00.000Z`, entered: 25 });
    await door.send([at("12:14", { headcount: 2 })]);
    expect((await zone("P01"))?.peak).toEqual({ at: `${DAY}T12:00:00.000Z`, entered: 26 });
  });

  test("a mean stay follows from ways in and out, without following anybody", async () => {
    const everyMinute = Array.from({ length: 60 }, (_, minute) => minute);
    const hour = (minute: number, from: number) =>
      `${String(from + Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    await door.send(everyMinute.map((minute) => at(hour(minute, 10), { headcount: 3 })));
    await door.send(everyMinute.map((minute) => at(hour(minute + 25, 10), { headcount: 3, direction: "out" })));
    expect(await zone("P01")).toMatchObject({ entered: 180, stayMinutes: 25, stayGap: null });
  });

  test("where exits are not counted, or do not match, no stay is said, and why", async () => {
    await door.send([at("10:00", { headcount: 100 }), at("11:00", { headcount: 50, direction: "out" })]);
    expect([(await zone("ARENA"))?.stayGap, (await zone("P01"))?.stayGap, (await zone("SITE"))?.stayGap]).toEqual([
      "no_exits",
      "unbalanced",
      "too_few",
    ]);
  });
});
