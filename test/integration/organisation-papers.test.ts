import type { Client } from "@abwab/api-client";
import { certificateReferenceOf, documentLocale, type Problem, type Role, routes, type Visit } from "@abwab/contract";
import { describeWithPages, readPages } from "../support/pdf-pages.ts";
import { describeWithPdfText, linesOf } from "../support/pdf-text.ts";
import { queryDatabase } from "../support/query-database.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestEdition, today } from "../support/test-edition.ts";
import { putOrganisations } from "../support/test-organisations.ts";

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let authorization: string;
/** Two of one school, of which the second did not come; one of another school. */
let came: Visit;
let missed: Visit;
let neighbour: Visit;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
  edition = await createEdition(administrator, api.url);
  authorization = await bearerOf("supervisor");
  const [school = "", other = ""] = await putOrganisations(api.database, edition.slug, [
    { name: "Lycée Ibn Khaldoun", city: "El Jadida", province: "06.181" },
    { name: "École Al Amal", city: "Safi", province: "07.431" },
  ]);
  came = await book(school, 40, 3);
  missed = await book(school, 20, 2);
  neighbour = await book(other, 30, 2);
  await arrive();
});
afterAll(() => api[Symbol.asyncDispose]());

async function bearerOf(role: Role): Promise<string> {
  const { token } = await administrator.call(routes.createApiToken, { body: { name: role, role } });
  return `Bearer ${token}`;
}

function book(organisationId: string, pupils: number, adults: number): Promise<Visit> {
  const body = { organisationId, slotId: null, pupils, adults, walkIn: true };
  return administrator.call(routes.bookVisit, { params: { slug: edition.slug }, body });
}

/** 38 pupils and 3 adults of those booked, and five more by mistake who are taken back; 12 of them see a pavilion. */
async function arrive(): Promise<void> {
  const [gate, door] = [await edition.pair("G1"), await edition.pair("P01-A")];
  const { items } = await gate.client.call(routes.listDeviceVisits, {});
  const pass = items.find(({ visit }) => visit.id === came.id)?.token ?? "";
  const mistaken = anEntry({ pass, headcount: 5, category: "pupils" });
  await gate.send([
    anEntry({ pass, headcount: 38, category: "pupils" }),
    anEntry({ pass, headcount: 3, category: "public" }),
    mistaken,
  ]);
  await gate.send([aVoid(mistaken.id)]);
  await door.send([anEntry({ pass, headcount: 12, category: "pupils" })]);
}

const ask = (address: string, bearer = authorization): Promise<Response> =>
  fetch(`${api.url}/api/v1/editions/${edition.slug}/${address}`, { headers: { authorization: bearer } });

async function print(address: string): Promise<Uint8Array> {
  const response = await ask(address);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  return new Uint8Array(await response.arrayBuffer());
}

const refusalOf = async (response: Response): Promise<string> => ((await response.json()) as Problem).code;
const certificateOf = ({ id }: Visit, locale = "en"): string => `visits/${id}/certificate?locale=${locale}`;

describe("a certificate of attendance", () => {
  it("is refused while nobody has arrived", async () => {
    expect(await refusalOf(await ask(certificateOf(missed)))).toBe("nobody_arrived");
    expect(await refusalOf(await ask(`organisations/${neighbour.organisation.id}/certificate`))).toBe("nobody_arrived");
    expect(await refusalOf(await ask("visit-certificates/print?province=07.431"))).toBe("nobody_arrived");
  });

  it("is for supervisors and above, of visits and organisations that are there", async () => {
    expect(await refusalOf(await ask(certificateOf(came), await bearerOf("viewer")))).toBe("forbidden");
    for (const kind of ["visits", "organisations"]) {
      expect(await refusalOf(await ask(`${kind}/${crypto.randomUUID()}/certificate`))).toBe("not_found");
      expect(await refusalOf(await ask(`${kind}/nonsense/certificate`))).toBe("not_found");
    }
  });

  it("is a PDF to keep, whose name bears its reference", async () => {
    const response = await ask(certificateOf(came, "fr"));
    const pdf = Buffer.from(await response.arrayBuffer()).toString("latin1");
    expect(response.headers.get("content-disposition")).toBe(
      `inline; filename="${edition.slug}-certificate-${certificateReferenceOf(came.id)}-fr.pdf"`,
    );
    expect(/pdfaid:part>2<.*pdfaid:conformance>U</s.test(pdf)).toBe(true);
  });

  it("is found again by its reference, however it is typed; no other is", async () => {
    const reference = certificateReferenceOf(came.id);
    const params = { slug: edition.slug, reference: ` ${reference.toLowerCase().replaceAll("-", " ")}` };
    const found = await administrator.call(routes.checkCertificate, { params });
    expect(found).toMatchObject({ reference, visits: [{ id: came.id, arrived: { pupils: 38, adults: 3 } }] });
    const ofSchool = { ...params, reference: certificateReferenceOf(came.organisation.id) };
    const { visits } = await administrator.call(routes.checkCertificate, { params: ofSchool });
    expect(visits.map(({ id }) => id)).toEqual([came.id]);
    expect(await refusalOf(await ask(`certificates/${certificateReferenceOf(missed.id)}`))).toBe("not_found");
    expect(await refusalOf(await ask("certificates/0000-0000-0000"))).toBe("not_found");
    expect(await refusalOf(await ask("certificates/nonsense"))).toBe("not_found");
  });

  it("leads from part to part where there are many, and leaves out who did not come", async () => {
    const { headers } = await ask(`visit-certificates/print?locale=en&day=${today()}`);
    expect(headers.get("link")).toBe(`<?part=1&locale=en&day=${today()}>; rel="last"`);
    expect(headers.get("content-disposition")).toMatch(/-certificates-[\d-]+-1-of-1-en\.pdf"$/);
    expect(await refusalOf(await ask("visit-certificates/print?part=2"))).toBe("not_found");
  });
});

describeWithPages("the page of a certificate", () => {
  test.each(documentLocale.options)("is one of A4, lying, in %s", async (locale) => {
    for (const address of [certificateOf(came, locale), `visit-certificates/print?locale=${locale}`]) {
      expect(await readPages(await print(address))).toEqual([{ width: 297, height: 210, codes: [] }]);
    }
  });
});

describeWithPdfText("what is printed of an organisation", () => {
  it("certifies the headcount that arrived, not the one that was booked nor what was taken back", async () => {
    for (const address of [certificateOf(came), `organisations/${came.organisation.id}/certificate?locale=en`]) {
      const text = linesOf(await print(address)).join("\n");
      expect(text).toContain("Lycée Ibn Khaldoun");
      expect(text).toMatch(/\d{4} · Present: 41 \(pupils: 38, adults: 3\)/);
    }
    expect(linesOf(await print(certificateOf(came))).join("\n")).toContain(certificateReferenceOf(came.id));
  });

  it("reports its visits booked against arrived, its passes and the spaces they opened", async () => {
    const lines = linesOf(await print(`organisations/${came.organisation.id}/report?locale=en`));
    expect(lines.join("\n")).toMatch(/40 \+ 3 38 \+ 3 .*\d\d:\d\d.* /);
    expect(lines.join("\n")).toContain("20 + 2");
    expect(lines).toContain("Total 65 41");
    expect(lines).toContain("P01 P01 12");
    expect(lines.filter((line) => line.startsWith("Group 43 people"))).toHaveLength(1);
  });

  it("P1, P2: names its contact only where that was asked for, which stands on the trail", async () => {
    const { id } = came.organisation;
    const contact = { name: "Salma Bennani", phone: null, email: null };
    await administrator.call(routes.changeOrganisation, { params: { slug: edition.slug, id }, body: { contact } });
    const textOf = async (rest: string): Promise<string> =>
      linesOf(await print(`organisations/${id}/report?locale=en${rest}`)).join("\n");
    expect(await textOf("")).not.toContain("Salma");
    expect(await textOf("&people=shown")).toContain("Contact: Salma Bennani");
    const rows = await queryDatabase(
      api.database,
      "select subject from audit_event where action = 'organisation.print-people'",
      [],
    );
    expect(rows).toEqual([{ subject: `organisation ${edition.slug}/${id}` }]);
  });
});
