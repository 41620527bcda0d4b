import { type PassClaims, toFacts, toPayload } from "./pass-claims.ts";
import { passTokenPayload } from "./pass-token.ts";

const visitor: PassClaims = {
  code: "7K3M9PQRT2VW",
  kind: "visitor",
  category: "public",
  group: null,
  zones: null,
  validFrom: null,
  validUntil: null,
};
const group: PassClaims = {
  ...visitor,
  kind: "group",
  category: "pupils",
  group: { pupils: 40, adults: 3 },
  zones: ["HALL1", "P12"],
  validFrom: Date.parse("2026-05-17T08:00:00Z"),
  validUntil: Date.parse("2026-05-21T23:00:00Z"),
};

test.each([visitor, group, { ...visitor, kind: "accreditation" as const, category: "media" }])(
  "what a $kind says comes back as it was",
  (facts) => {
    const payload = passTokenPayload.parse(JSON.parse(JSON.stringify(toPayload(facts, "Lycée Ibn Khaldoun"))));
    expect(toFacts(payload)).toEqual(facts);
  },
);

test("P1: a visitor's token holds a code, a kind and a category, and nothing else", () => {
  expect(JSON.stringify(toPayload(visitor, null))).toBe('{"jti":"7K3M9PQRT2VW","k":"v","c":"public"}');
});

test("a group's token says how many, where, when and who sends them", () => {
  expect(JSON.stringify(toPayload(group, "École 12"))).toBe(
    '{"jti":"7K3M9PQRT2VW","k":"g","c":"pupils","g":[40,3],"z":["HALL1","P12"],"nbf":1779004800,"exp":1779404400,"n":"École 12"}',
  );
});

test.each([{ jti: "x" }, { k: "z" }, { exp: 1.5 }, { g: [1] }, { z: [] }])("%j is no payload", (wrong) => {
  expect(passTokenPayload.safeParse({ ...toPayload(group, null), ...wrong }).success).toBe(false);
});
