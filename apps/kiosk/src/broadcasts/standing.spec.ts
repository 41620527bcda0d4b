import type { DeviceBroadcast } from "@abwab/contract";
import { saidIn } from "./said-in.ts";
import { standingFor } from "./standing.ts";

const broadcast = (given: Partial<DeviceBroadcast>): DeviceBroadcast => ({
  id: "a",
  revision: 1,
  level: "notice",
  texts: { fr: "Bonjour" },
  displays: ["kiosk", "wall"],
  until: null,
  ...given,
});

test("a kiosk shows what is for kiosks and has not ended", () => {
  const broadcasts = [
    broadcast({ id: "stands" }),
    broadcast({ id: "for walls", displays: ["wall"] }),
    broadcast({ id: "ends now", until: "2025-05-17T10:00:00Z" }),
    broadcast({ id: "ends later", until: "2025-05-17T10:00:00.001Z" }),
  ];
  const shown = standingFor({ broadcasts }, "kiosk", Date.parse("2025-05-17T10:00:00Z"));
  expect(shown.map(({ id }) => id)).toEqual(["stands", "ends later"]);
});

test("a configuration of an earlier version has no messages", () => {
  expect(standingFor({}, "kiosk", 0)).toEqual([]);
});

test("what was not said in a language is shown in the first in which it was", () => {
  expect(saidIn({ fr: "Bonjour", en: "Hello" }, "en")).toEqual({ text: "Hello", language: "en" });
  expect(saidIn({ fr: "Bonjour" }, "ar")).toEqual({ text: "Bonjour", language: "fr" });
});
