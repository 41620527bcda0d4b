import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { kioskNews } from "./kiosk-news.ts";

const codes = (count: number) => new Map(Array.from({ length: count }, (_, index) => [`code ${index}`, 0]));

function configuration(given: { revision?: string; revoked?: ReadonlyMap<string, number>; zone?: string } = {}) {
  const checkpoint = { revision: "door", zone: { revision: given.zone ?? "zone" } };
  return {
    revision: given.revision ?? "edition",
    revokedPasses: given.revoked ?? codes(1),
    devices: new Map([["kiosk", { name: "G1", checkpoint }]]),
  } as unknown as EditionConfiguration;
}

test("a few revoked passes are told by their codes, and concern no configuration", () => {
  const news = kioskNews(configuration({ revoked: codes(3) }), configuration());
  expect(news.revoked).toEqual(["code 1", "code 2"]);
  expect(news.isConcerned("kiosk")).toBe(false);
});

test("of a whole batch kiosks fetch the codes with their configuration", () => {
  const news = kioskNews(configuration({ revoked: codes(20_000) }), configuration());
  expect(news.revoked).toEqual([]);
  expect(news.isConcerned("kiosk")).toBe(true);
});

test.each([{ revision: "another" }, { zone: "another" }])("%j concerns the kiosk", (change) => {
  expect(kioskNews(configuration(change), configuration()).isConcerned("kiosk")).toBe(true);
});

test("where nothing of it changed it is not concerned", () => {
  expect(kioskNews(configuration(), configuration()).isConcerned("kiosk")).toBe(false);
});
