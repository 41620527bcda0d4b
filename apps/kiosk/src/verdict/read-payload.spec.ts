import { passTokenPayload } from "@abwab/contract";
import fc from "fast-check";
import { readPayload } from "./read-payload.ts";

const good = { jti: "7K3MQ2XN4RTA", k: "g", c: "pupils", g: [38, 4], z: ["P12"], nbf: 1, exp: 2, n: "ثانوية ابن سينا" };
/** Values that a field may have, right and wrong. */
const value = fc.oneof(
  fc.constantFrom("v", "g", "a", "x", "", "P12", "p12", "-P", "7K3MQ2XN4RTA", "7K3MQ2XN4RTI", "civil_society", "9x"),
  fc.integer({ min: -2_000, max: 2_000 }),
  fc.constantFrom(1e12, 1e12 + 1, -1e11, -2e11, 1.5, Number.MAX_SAFE_INTEGER + 1),
  fc.constantFrom(null, undefined, true, [], {}, ["P12", "ARENA"], ["P12", 3], [38, 4], [38], [38, 4.5], [1_001, 0]),
  fc.string({ minLength: 30, maxLength: 202, unit: fc.constantFrom("A", "b") }),
);
const field = fc.constantFrom("jti", "k", "c", "g", "z", "nbf", "exp", "n");

it("takes what the contract's schema takes, and nothing else", () => {
  const changes = fc.dictionary(field, value, { maxKeys: 2 });
  fc.assert(
    fc.property(changes, (changed) => {
      const said = { ...good, ...changed };
      expect(readPayload(said)).toEqual(passTokenPayload.safeParse(said).data);
    }),
    { numRuns: 3_000 },
  );
});

it.each([null, 3, "text", [], undefined])("%p says nothing", (said) => {
  expect(readPayload(said)).toBeUndefined();
});
