import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { parse } from "csv-parse/sync";
import { type Exporter, exporterOf, type ExportGiven } from "../support/exported.ts";
import { issuePass } from "../support/issue-pass.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition, today } from "../support/test-edition.ts";
import { putOrganisations } from "../support/test-organisations.ts";

let api: TestApi;
let root: Client;
let token: string;
let edition: TestEdition;
let gate: TestDevice;
let other: TestDevice;
let exports: Exporter;
beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
  ({ token } = await root.call(routes.createApiToken, { body: { name: "exports", role: "organiser" } }));
});
beforeEach(async () => {
  edition = await createEdition(root, api.url);
  gate = await edition.pair("G1");
  other = await edition.pair("G2");
  exports = exporterOf(root, api.url, token, edition.slug);
});
afterAll(() => api[Symbol.asyncDispose]());

type Breakdown = NonNullable<ExportGiven["by"]>;
const rowsBy = async (by: Breakdown, given: Partial<ExportGiven> = {}): Promise<Record<string, string>[]> => {
  const csv = await exports.text({ what: "counts", by, format: "csv", locale: "en", zones: ["SITE"], ...given });
  return parse(csv, { bom: true, columns: true });
};

/** A group's pass of a new organisation. */
async function groupPass(name: string, place: { province?: string; city?: string } = {}): Promise<[string, string]> {
  const [organisation = ""] = await putOrganisations(api.database, edition.slug, [{ name, ...place }]);
  const { token: pass } = await issuePass(root, edition.slug, {
    kind: "group",
    category: "pupils",
    label: "a school",
    group: { pupils: 40, adults: 2 },
    organisationId: organisation,
  });
  return [pass, organisation];
}

const adjust = (headcount: number): Promise<unknown> =>
  root.call(routes.adjustZone, {
    params: { slug: edition.slug, code: "SITE" },
    body: { direction: "in", headcount, category: "public", at: new Date().toISOString(), reason: "by hand" },
  });

describe("counts by device", () => {
  it("take a void from the device that had counted, and know of no device where a person has corrected", async () => {
    const taken = anEntry({ headcount: 4 });
    await gate.send([taken, anEntry({ headcount: 7 })]);
    await other.send([anEntry({ headcount: 2 }), anEntry({ direction: "out" })]);
    const params = { slug: edition.slug, id: taken.id };
    await root.call(routes.voidEntry, { params: { id: params.id }, body: { reason: "twice" } });
    await adjust(-1);
    const rows = await rowsBy(["device"]);
    expect(rows.map((row) => [row["Device"], row["Name of the device"], row["Entered"], row["Exited"]])).toEqual(
      [
        [gate.id, "kiosk at G1", "7", "0"],
        [other.id, "kiosk at G2", "2", "1"],
      ]
        .toSorted(([a], [b]) => String(a).localeCompare(String(b)))
        .concat([["", "", "-1", "0"]]),
    );
    const byHour = await rowsBy(["zone", "quarter_hour", "device", "category"], { zones: [] });
    expect(byHour.reduce((sum, row) => sum + Number(row["Entered"]), 0)).toBe(8);
  });
});

describe("counts by organisation", () => {
  it("are of those whose passes were shown, without what was taken back, beside everyone else", async () => {
    const [school, schoolId] = await groupPass("مدرسة ابن خلدون", { city: "El Jadida", province: "06.181" });
    const [club, clubId] = await groupPass("نادي", {});
    const mistaken = anEntry({ headcount: 40, category: "pupils", pass: school });
    await gate.send([mistaken, anEntry({ headcount: 30, category: "pupils", pass: school }), anEntry({ pass: club })]);
    await gate.send([aVoid(mistaken.id), anEntry({ headcount: 5 })]);
    await adjust(2);
    const rows = await rowsBy(["organisation"]);
    expect(rows.map((row) => [row["Organisation's id"], row["Organisation"], row["Entered"]])).toEqual(
      [
        [schoolId, "مدرسة ابن خلدون", "30"],
        [clubId, "نادي", "1"],
      ]
        .toSorted(([a], [b]) => String(a).localeCompare(String(b)))
        .concat([["", "", "7"]]),
    );
  });

  it("are of the one that another was merged into, and go with zone, day, hour and category", async () => {
    const [first, firstId] = await groupPass("Lycée A");
    const [second, secondId] = await groupPass("Lycee A");
    const door = await edition.pair("P01-A");
    await gate.send([anEntry({ headcount: 10, category: "pupils", pass: first })]);
    await gate.send([anEntry({ headcount: 20, category: "pupils", pass: second })]);
    await door.send([anEntry({ headcount: 6, category: "pupils", pass: second })]);
    const params = { slug: edition.slug, id: firstId };
    await root.call(routes.mergeOrganisations, { params, body: { other: secondId } });
    const rows = await rowsBy(["zone", "day", "category", "organisation"], { zones: [] });
    expect(rows.map((row) => [row["Zone"], row["Day"], row["Category"], row["Organisation"], row["Entered"]])).toEqual([
      ["P01", today(), "pupils", "Lycée A", "6"],
      ["SITE", today(), "pupils", "Lycée A", "30"],
    ]);
    expect(await rowsBy(["hour", "organisation"])).toMatchObject([{ Entered: "30" }]);
  });

  it("C5: of settled days are as they were settled", async () => {
    const [school] = await groupPass("School");
    const taken = anEntry({ headcount: 12, pass: school });
    await gate.send([taken]);
    await root.call(routes.settleDay, { params: { slug: edition.slug, date: today() } });
    const settled = await exports.bytes({
      what: "counts",
      by: ["zone", "organisation", "region"],
      format: "xlsx",
      settled: true,
    });
    await gate.send([anEntry({ headcount: 8, pass: school }), aVoid(taken.id)]);
    expect(await rowsBy(["organisation"], { settled: true })).toMatchObject([{ Entered: "12" }]);
    expect(await rowsBy(["organisation"])).toMatchObject([{ Entered: "8" }]);
    const again = await exports.bytes({
      what: "counts",
      by: ["zone", "organisation", "region"],
      format: "xlsx",
      settled: true,
    });
    expect(again.equals(settled)).toBe(true);
  });
});

describe("counts by place", () => {
  it("are where people said they come from, else where their organisation is from, and say which", async () => {
    const [school] = await groupPass("School", { province: "06.461", city: "Settat" });
    const mistaken = anEntry({ origin: "07.431", headcount: 3 });
    await gate.send([
      mistaken,
      anEntry({ origin: "07.431", headcount: 2 }),
      anEntry({ origin: "06", headcount: 4 }),
      anEntry({ origin: "abroad" }),
      anEntry({ pass: school, headcount: 30, category: "pupils" }),
      anEntry({ headcount: 100 }),
    ]);
    await gate.send([aVoid(mistaken.id)]);
    const provinces = await rowsBy(["province"]);
    expect(provinces.map((row) => [row["Province's code"], row["Place known by"], row["Entered"]])).toEqual([
      ["06.461", "organisation", "30"],
      ["07.431", "said", "2"],
      ["", "said", "5"],
      ["", "", "100"],
    ]);
    expect(provinces[0]?.["Prefecture or province"]).toBe("Settat");
    const regions = await rowsBy(["region"]);
    expect(regions.map((row) => [row["Region"], row["Place known by"], row["Entered"]])).toEqual([
      ["Casablanca-Settat", "organisation", "30"],
      ["Casablanca-Settat", "said", "4"],
      ["Marrakech-Safi", "said", "2"],
      ["", "said", "1"],
      ["", "", "100"],
    ]);
    expect((await rowsBy(["city", "category"])).map((row) => [row["City"], row["Category"], row["Entered"]])).toEqual([
      ["", "public", "7"],
      ["", "public", "100"],
      ["Settat", "pupils", "30"],
    ]);
  });

  it("name places in the language of the file, whatever signs are in the names", async () => {
    await gate.send([anEntry({ origin: "01.573" })]);
    const french = await exports.text({
      what: "counts",
      by: ["province"],
      format: "csv",
      locale: "fr",
      zones: ["SITE"],
    });
    expect(french).toContain(";M'diq-Fnideq;");
    const arabic = await exports.text({
      what: "counts",
      by: ["province"],
      format: "csv",
      locale: "ar",
      zones: ["SITE"],
    });
    expect(arabic).toContain(";المضيق-الفنيدق;");
  });
});

it.each<[string, Breakdown, string[]]>([
  ["an organisation by device", ["zone", "organisation", "device"], []],
  ["an organisation by the quarter of an hour", ["organisation", "quarter_hour"], ["SITE"]],
  ["organisations over all zones at once", ["organisation"], []],
  ["places over several zones at once", ["region", "day"], ["SITE", "P01"]],
])("refuses what makes no sense, in words: %s", async (_, by, zones) => {
  const asked = root.call(routes.createExport, {
    params: { slug: edition.slug },
    body: { what: "counts", by, zones, format: "csv" },
  });
  await expect(asked).rejects.toMatchObject({
    code: "invalid",
    errors: [{ path: "by", message: expect.stringMatching(/(Leave|break)[^.]+\.$|hours\.$|one zone\.$/) as string }],
  });
});
