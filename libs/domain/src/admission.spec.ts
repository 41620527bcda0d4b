import { decide } from "./admission.ts";

describe("A1: who may come in", () => {
  test.each([
    [{ direction: "in", pass: false }, "open", { admit: true, reason: "ok" }],
    [{ direction: "in", pass: false }, "hold", { admit: false, reason: "zone_on_hold" }],
    [{ direction: "in", pass: false }, "closed", { admit: false, reason: "zone_closed" }],
    [{ direction: "in", pass: true }, "open", { admit: false, reason: "unknown_pass" }],
    [{ direction: "out", pass: true }, "closed", { admit: true, reason: "ok" }],
  ] as const)("%j at a zone that is %s: %j", (ask, zone, expected) => {
    expect(decide(ask, zone)).toEqual(expected);
  });
});
