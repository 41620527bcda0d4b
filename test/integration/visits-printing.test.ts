import type { Client } from "@abwab/api-client";
import { documentLocale, type Problem, routes, type Visit } from "@abwab/contract";
import { describeWithPages, readPages, readText } from "../support/pdf-pages.ts";
import { queryDatabase } from "../support/query-database.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition, today } from "../support/test-edition.ts";
import { putOrganisations } from "../support/test-organisations.ts";

let api: TestApi;
let administrator: Client;
let slug: string;
let authorization: string;
let visits: Visit[];

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
  slug = (await createEdition(administrator, api.url)).slug;
  authorization = await bearerOf("supervisor");
  visits = await bookSchools();
});
afterAll(() => api[Symbol.asyncDispose]());

async function bearerOf(role: "viewer" | "supervisor"): Promise<string> {
  const { token } = await administrator.call(routes.createApiToken, { body: { name: role, role } });
  return `Bearer ${token}`;
}

/** Three schools of two provinces, at two hours of today. */
async function bookSchools(): Promise<Visit[]> {
  const schools = await putOrganisations(api.database, slug, [
    { name: "Ibn Khaldoun", city: "El Jadida", province: "06.181" },
    { name: "Al Majd", city: "Azemmour", province: "06.181" },
    { name: "Al Amal", city: "Safi", province: "07.431" },
  ]);
  const body = { zone: "SITE", days: [today()], from: "21:00", to: "23:00", minutes: 60, capacity: 200 };
  const { items: slots } = await administrator.call(routes.createSlots, { params: { slug }, body });
  const booked: Visit[] = [];
  for (const [index, organisationId] of schools.entries()) {
    const slotId = slots[index === 2 ? 1 : 0]?.id ?? "";
    const visit = { organisationId, slotId, pupils: 40 + index, adults: 3 };
    booked.push(await administrator.call(routes.bookVisit, { params: { slug }, body: visit }));
  }
  return booked;
}

const ask = (address: string, bearer = authorization): Promise<Response> =>
  fetch(`${api.url}/api/v1/editions/${slug}/${address}`, { headers: { authorization: bearer } });

async function print(address: string): Promise<Uint8Array> {
  const response = await ask(address);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  return new Uint8Array(await response.arrayBuffer());
}

async function problemOf(response: Response): Promise<string> {
  return ((await response.json()) as Problem).code;
}

const tokenOf = async ({ passCode }: Visit): Promise<string> =>
  (await administrator.call(routes.getPass, { params: { slug, code: passCode ?? "" } })).token;
const tokens = (): Promise<string[]> => Promise.all(visits.map(tokenOf));

describe("printing a confirmation", () => {
  it("answers a PDF with a name that says which, and notes when", async () => {
    const [visit] = visits;
    const response = await ask(`visits/${visit?.id}/print?locale=fr`);
    const pdf = Buffer.from(await response.arrayBuffer()).toString("latin1");
    expect(response.headers.get("content-disposition")).toBe(
      `inline; filename="${slug}-visit-${visit?.passCode}-fr.pdf"`,
    );
    expect(/pdfaid:part>2<.*pdfaid:conformance>U</s.test(pdf)).toBe(true);
    const rows = await queryDatabase(api.database, "select from visit where id = $1 and printed_at is not null", [
      visit?.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it("is for supervisors and above", async () => {
    expect(await problemOf(await ask(`visits/${visits[0]?.id}/print`, await bearerOf("viewer")))).toBe("forbidden");
  });

  it("refuses a visit that was cancelled, and one that is not there", async () => {
    const [organisationId = ""] = await putOrganisations(api.database, slug, [{ name: "late", province: "01.051" }]);
    const body = { organisationId, slotId: null, pupils: 5, adults: 1 };
    const { id } = await administrator.call(routes.bookVisit, { params: { slug }, body });
    await administrator.call(routes.changeVisit, { params: { slug, id }, body: { cancelled: true } });
    expect(await problemOf(await ask(`visits/${id}/print`))).toBe("transition_not_allowed");
    expect(await problemOf(await ask(`visits/${crypto.randomUUID()}/print`))).toBe("not_found");
    expect(await problemOf(await ask("visit-confirmations/print?province=01.051"))).toBe("not_found");
  });
});

describe("printing many", () => {
  it("leads from part to part", async () => {
    const { headers } = await ask(`visit-confirmations/print?locale=en&province=06.181`);
    expect(headers.get("link")).toBe('<?part=1&locale=en&province=06.181>; rel="last"');
    expect(headers.get("content-disposition")).toMatch(/-visits-06\.181-1-of-1-en\.pdf"$/);
    expect(await problemOf(await ask("visit-confirmations/print?part=2"))).toBe("not_found");
  });
});

describeWithPages("what is printed of visits", () => {
  test.each(documentLocale.options)("a page of A4 whose code is the group's pass, in %s", async (locale) => {
    const [visit] = visits;
    const pages = await readPages(await print(`visits/${visit?.id}/print?locale=${locale}`));
    expect(pages).toEqual([{ width: 210, height: 297, codes: [(await tokens())[0]] }]);
  });

  it("says who, when, where and how many", async () => {
    const text = readText(await print(`visits/${visits[0]?.id}/print?locale=fr`));
    for (const word of ["Ibn Khaldoun", "El Jadida", "de 21:00 à 22:00", "Portes", "G1", "40", "43"]) {
      expect(text).toContain(word);
    }
  });

  it("the confirmations of a province, of a day, and all, in one file", async () => {
    const [first, second, third] = await tokens();
    const codesOf = async (query: string): Promise<string[]> =>
      (await readPages(await print(`visit-confirmations/print?${query}`))).flatMap(({ codes }) => codes);
    expect((await codesOf("province=06.181")).toSorted()).toEqual([first ?? "", second ?? ""].toSorted());
    expect(await codesOf("province=07.431")).toEqual([third]);
    expect(await codesOf(`day=${today()}`)).toHaveLength(3);
  });

  it("a day's list by the hour, with who is expected, for a gate", async () => {
    const pdf = await print(`visit-list/print?day=${today()}&zone=SITE&locale=en`);
    const [page] = await readPages(pdf);
    expect(page).toMatchObject({ width: 210, height: 297, codes: [] });
    const text = readText(pdf);
    const places = ["from 21:00 to 22:00", "Al Majd", "from 22:00 to 23:00", "Al Amal"].map((word) =>
      text.indexOf(word),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toContain("Groups: 3, people: 132");
  });

  it("a list of nobody", async () => {
    expect(readText(await print(`visit-list/print?day=2025-01-01&locale=fr`))).toContain("Aucun groupe");
  });

  test.each(documentLocale.options)(
    "a journalist's badge with the name on it and not in its code, in %s",
    async (locale) => {
      const [organisationId = ""] = await putOrganisations(api.database, slug, [{ name: "2M", type: "media" }]);
      const body = { organisationId, holder: "Salma Bennis", duty: "Photographe" };
      const { id, passCode } = await administrator.call(routes.accredit, { params: { slug }, body });
      const pdf = await print(`accreditations/${id}/print?locale=${locale}`);
      const { token } = await administrator.call(routes.getPass, { params: { slug, code: passCode } });
      expect(await readPages(pdf)).toEqual([{ width: 105, height: 148, codes: [token] }]);
      const text = readText(pdf);
      for (const word of ["Salma", "Photographe", "2M"]) expect(text).toContain(word);
      expect(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")).not.toContain("Salma");
      await administrator.call(routes.endAccreditation, { params: { slug, id } });
      expect(await problemOf(await ask(`accreditations/${id}/print`))).toBe("pass_revoked");
    },
  );
});
