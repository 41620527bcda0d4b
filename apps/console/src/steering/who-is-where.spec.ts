import type { CountRow, Zone, ZoneKind } from "@abwab/contract";
import { whoIsWhere } from "./who-is-where.ts";

const zone = (code: string, kind: ZoneKind = "pavilion"): Zone =>
  ({ code, kind, names: { ar: code, fr: code, en: code }, capacity: 100, status: "open", message: null }) as Zone;
const row = (code: string, inside: number | null): CountRow => ({
  zone: code,
  enteredToday: 0,
  exitedToday: 0,
  enteredEdition: 0,
  inside,
  perMinute: 0,
  status: "hold",
  flags: [],
});

test("zones stand by the people in them, and one that counts no exits apart", () => {
  const zones = [zone("P01"), zone("P02"), zone("ARENA", "arena")];
  const { counted, notCounted } = whoIsWhere(zones, [row("P01", 3), row("P02", 40), row("ARENA", null)], []);
  expect(counted.map(({ zone: { code }, inside }) => [code, inside])).toEqual([
    ["P02", 40],
    ["P01", 3],
  ]);
  expect(notCounted.map(({ code }) => code)).toEqual(["ARENA"]);
});

test("the site is not added to the spaces within it, and a negative figure takes nobody away", () => {
  const zones = [zone("SITE", "site"), zone("P01"), zone("P02")];
  expect(whoIsWhere(zones, [row("SITE", 500), row("P01", 30), row("P02", -4)], []).inSpaces).toBe(30);
});

test("the trend is the difference to some minutes ago, and unknown where nothing is known of then", () => {
  const { counted } = whoIsWhere([zone("P01"), zone("P02")], [row("P01", 30), row("P02", 5)], [row("P01", 42)]);
  expect(counted.map(({ trend }) => trend)).toEqual([-12, undefined]);
});
