import { countOnly, type CountRow, type Zone } from "@abwab/contract";
import { BUSIEST, searchable, selectZones, type BoardChoice } from "./board-selection.ts";

const zone = (code: string, more: Partial<Zone> = {}): Zone => ({
  code,
  kind: "pavilion",
  names: { ar: "جناح", fr: "Pavillon", en: "Pavilion" },
  capacity: null,
  areaM2: null,
  status: "open",
  message: null,
  policy: countOnly,
  ...more,
});
const row = (code: string, more: Partial<CountRow> = {}): CountRow => ({
  zone: code,
  enteredToday: 0,
  exitedToday: 0,
  enteredEdition: 0,
  inside: 0,
  perMinute: 0,
  status: "open",
  flags: [],
  ...more,
});
const everything: BoardChoice = { kind: "all", filter: "all", sort: "code", reverse: false, search: "" };
const codes = (zones: readonly Zone[]) => zones.map(({ code }) => code);
const lookUp =
  (...rows: CountRow[]) =>
  (code: string) =>
    rows.find((each) => each.zone === code);

describe("the board's choice of tiles", () => {
  it("orders codes by their number, not letter by letter", () => {
    expect(codes(selectZones([zone("P10"), zone("P2"), zone("P1")], lookUp(), everything))).toEqual([
      "P1",
      "P2",
      "P10",
    ]);
  });

  it("puts the most first, and what has no such figure last", () => {
    const rowOf = lookUp(row("P1", { inside: null }), row("P2", { inside: 3 }), row("P3", { inside: 9 }));
    const shown = selectZones([zone("P1"), zone("P2"), zone("P3")], rowOf, { ...everything, sort: "inside" });
    expect(codes(shown)).toEqual(["P3", "P2", "P1"]);
  });

  it("keeps what has no such figure last the other way round too", () => {
    const rowOf = lookUp(row("P1", { inside: null }), row("P2", { inside: 3 }), row("P3", { inside: 9 }));
    const choice = { ...everything, sort: "inside", reverse: true } as const;
    expect(codes(selectZones([zone("P1"), zone("P2"), zone("P3")], rowOf, choice))).toEqual(["P2", "P3", "P1"]);
  });

  it("has no exits to order by where none are counted", () => {
    const rowOf = lookUp(row("P1", { inside: null, exitedToday: 0 }), row("P2", { exitedToday: 0 }));
    const choice = { ...everything, sort: "exited" } as const;
    expect(codes(selectZones([zone("P1"), zone("P2")], rowOf, choice))).toEqual(["P2", "P1"]);
  });

  it("orders names as the reader's language does, and keeps to a kind", () => {
    const named = (code: string, fr: string, more: Partial<Zone> = {}) =>
      zone(code, { names: { ar: fr, fr, en: fr }, ...more });
    const zones = [named("P1", "Zèbre"), named("P2", "Éveil"), named("H1", "Accueil", { kind: "hall" })];
    const choice = { ...everything, sort: "name", kind: "pavilion" } as const;
    expect(codes(selectZones(zones, lookUp(), choice, "fr"))).toEqual(["P2", "P1"]);
  });

  it("orders by fullness against each zone's own capacity", () => {
    const zones = [zone("P1", { capacity: 1000 }), zone("P2", { capacity: 10 })];
    const rowOf = lookUp(row("P1", { inside: 100 }), row("P2", { inside: 9 }));
    expect(codes(selectZones(zones, rowOf, { ...everything, sort: "fullness" }))).toEqual(["P2", "P1"]);
  });

  it("trusts the live status over the one the zone was read with", () => {
    const rowOf = lookUp(row("P1", { status: "hold" }), row("P2"));
    expect(codes(selectZones([zone("P1"), zone("P2")], rowOf, { ...everything, filter: "hold" }))).toEqual(["P1"]);
  });

  it("shows as busiest only zones that people are entering, at most a dozen", () => {
    const zones = Array.from({ length: 20 }, (_, index) => zone(`P${index}`));
    const rowOf = (code: string) => row(code, { perMinute: Number(code.slice(1)) });
    const shown = selectZones(zones, rowOf, { ...everything, filter: "busiest" });
    expect(codes(shown)).toEqual(Array.from({ length: BUSIEST }, (_, index) => `P${19 - index}`));
  });

  it("finds a zone by its code or by its name in any language", () => {
    const zones = [
      zone("P1", { names: { ar: "الأمن الطرقي", fr: "Sécurité routière", en: "Road safety" } }),
      zone("P2"),
    ];
    const found = (search: string) => codes(selectZones(zones, lookUp(), { ...everything, search }));
    expect([found("p1"), found("securite"), found("الامن"), found("road")]).toEqual([["P1"], ["P1"], ["P1"], ["P1"]]);
  });
});

describe("searching in Arabic", () => {
  it("ignores marks of vowels and the forms of alif", () => {
    expect(searchable("الأَمْن")).toBe(searchable("الامن"));
  });

  it("takes ta marbuta for ha and alif maqsura for ya, as they are typed", () => {
    expect([searchable("قاعة"), searchable("مستشفى")]).toEqual([searchable("قاعه"), searchable("مستشفي")]);
  });
});
