import { newCheckpoint, newEdition, newOrganisation, newZone } from "@abwab/contract";
import { pavilionTable } from "./pavilion-table.ts";
import type { SampleEdition } from "./sample-edition.ts";
import { sampleEditions } from "./sample-editions.ts";

const TODAY = "2026-12-30";
const editions = sampleEditions(TODAY);
const bySlug = (slug: string): SampleEdition => {
  const found = editions.find((sample) => sample.edition.slug === slug);
  if (!found) throw new Error(`no sample edition ${slug}`);
  return found;
};
const codesOf = (items: readonly { code: string }[]): string[] => items.map((item) => item.code);
const published = (metric: string) =>
  bySlug("el-jadida-2025").edition.published.find((figure) => figure.metric === metric);

describe.each(editions)("sample edition $edition.slug", ({ edition, zones, checkpoints }) => {
  test("is what the contract takes, to the letter", () => {
    expect(newEdition.parse(edition)).toEqual(edition);
    expect(zones.map((zone) => newZone.parse(zone))).toEqual(zones);
    expect(checkpoints.map((checkpoint) => newCheckpoint.parse(checkpoint))).toEqual(checkpoints);
  });

  test("says in three languages that it is a sample", () => {
    expect(edition.names.ar).toContain("نموذجية");
    expect(edition.names.fr).toContain("exemple");
    expect(edition.names.en).toContain("sample");
  });

  test("has the site, fifty pavilions, an arena, children's spaces and two halls, each code once", () => {
    const pavilions = zones.filter((zone) => zone.kind === "pavilion");
    expect(codesOf(pavilions)).toEqual(Array.from({ length: 50 }, (_, i) => `P${String(i + 1).padStart(2, "0")}`));
    expect(codesOf(zones).filter((code) => !/^P\d\d$/.test(code))).toEqual(["SITE", "ARENA", "KIDS", "HALL1", "HALL2"]);
    expect(new Set(codesOf(checkpoints)).size).toBe(checkpoints.length);
  });

  test("has a checkpoint at every zone: eight gates, and a door A everywhere else", () => {
    const expected = zones.flatMap((zone) =>
      zone.code === "SITE" ? ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"] : [`${zone.code}-A`],
    );
    expect(codesOf(checkpoints)).toEqual(expect.arrayContaining(expected));
    expect(new Set(checkpoints.map((checkpoint) => checkpoint.zone))).toEqual(new Set(codesOf(zones)));
  });

  test("A4 keeps no pass where being seen is a risk", () => {
    const anonymous = zones.filter((zone) => zone.policy.anonymousOnly).map((zone) => zone.names.en);
    expect(anonymous).toContain("Cells for women and children who are victims of violence");
    expect(anonymous).toContain("Protection of minors");
  });

  test("knows the arena's 9,400 m² and the children's 1,000 m²", () => {
    const areas = Object.fromEntries(zones.map((zone) => [zone.code, zone.areaM2]));
    expect(areas).toMatchObject({ ARENA: 9_400, KIDS: 1_000 });
  });
});

test("el-jadida-2025 was five days in May and counts entries only", () => {
  const { edition, checkpoints } = bySlug("el-jadida-2025");
  expect(edition.days.map((day) => day.date)).toEqual(["17", "18", "19", "20", "21"].map((day) => `2025-05-${day}`));
  expect(checkpoints.every((checkpoint) => checkpoint.directions.join() === "in")).toBe(true);
});

test("el-jadida-2025 carries the figures the press gave, with qualifier and source", () => {
  expect(published("visits")).toEqual({
    metric: "visits",
    value: 2_400_000,
    qualifier: "about",
    source: "press reports, May 2025",
  });
  expect(published("weekend_visits")).toMatchObject({ value: 1_180_000, qualifier: "over" });
  expect(published("schools")).toMatchObject({ value: 1_916, qualifier: "exact" });
});

test("open-days begins today, goes on over the turn of the year and counts exits", () => {
  const { edition, checkpoints } = bySlug("open-days");
  expect(edition.days.map((day) => day.date)).toEqual([
    "2026-12-30",
    "2026-12-31",
    "2027-01-01",
    "2027-01-02",
    "2027-01-03",
  ]);
  expect(checkpoints.every((checkpoint) => checkpoint.directions.join() === "in,out")).toBe(true);
});

test("open-days gives every zone a capacity", () => {
  expect(bySlug("open-days").zones.filter((zone) => zone.capacity === null)).toEqual([]);
});

test("open-days asks for a pass at its halls, el-jadida-2025 nowhere", () => {
  const modes = (slug: string) =>
    bySlug(slug)
      .zones.filter((zone) => zone.policy.mode !== "count")
      .map((zone) => [zone.code, zone.policy.mode]);
  expect(modes("open-days")).toEqual([
    ["HALL1", "once"],
    ["HALL2", "in_out"],
  ]);
  expect(modes("el-jadida-2025")).toEqual([]);
});

test("open-days has organisations of every type and kind of school and outlet, each marked as made up", () => {
  const organisations = bySlug("open-days").organisations ?? [];
  expect(organisations.map((each) => newOrganisation.parse(each))).toEqual(organisations);
  expect(new Set(organisations.map(({ type }) => type)).size).toBe(4);
  expect(new Set(organisations.map(({ kind }) => kind)).size).toBe(9);
  for (const { nameAr, nameFr, contact } of organisations) {
    expect(nameAr ?? "نموذج").toContain("نموذج");
    expect(nameFr ?? "exemple").toContain("exemple");
    expect(contact).toBeNull();
  }
  expect(bySlug("el-jadida-2025").organisations).toBeUndefined();
});

test("no two pavilions share a name in any language, and each is written in its own script", () => {
  for (const language of ["ar", "fr", "en"] as const) {
    expect(new Set(pavilionTable.map((pavilion) => pavilion.names[language])).size).toBe(50);
  }
  for (const { names } of pavilionTable) {
    expect(names.ar).toMatch(/^[\u0600-\u06ff0-9\s«»]+$/);
    expect(names.fr + names.en).not.toMatch(/[\u0600-\u06ff]/);
  }
});
