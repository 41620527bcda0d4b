import { entriesEnvelope, newEntry } from "@abwab/contract";
import fc from "fast-check";
import { plainEntry } from "./plain-entry.ts";
import { plainFrame } from "./plain-frame.ts";

const entry = {
  id: "0196DF00-0000-7000-8000-000000000000",
  checkpoint: "P12-A",
  direction: "in",
  headcount: 1,
  category: "public",
  operator: "anna@gate",
  occurredAt: "2025-05-17T10:00:00.120+01:00",
  clockOffsetMs: -40,
  claim: "ask",
};
const frame = {
  device: {
    pending: 3,
    clock: entry.occurredAt,
    appVersion: "1.0.0",
    battery: { level: 0.5, charging: false },
  },
  entries: [entry],
};

/** Values at and beyond the bounds of every field. */
const strange = ["", "in", "ask", "P-", "A".repeat(33), "A".repeat(2049), "pupils", "__proto__", "\n", "1.0\n"];
const instants = [
  ["2025-02-29T10:00:00Z", "1899-12-31T23:59:59Z", "1900-01-01T00:00:00+14:00"],
  ["2025-05-17T10:00:00", "2025-05-17t10:00:00z", "2025-05-17T24:00:00Z"],
].flat();
const numbers = [0, -0, 1001, 1.5, 1e300, -4e12, 4e12 + 1, 10_000_001, -1];
const values = fc.oneof(
  fc.constantFrom(...strange, ...instants, ...numbers, null, true, [], {}, ...Object.values(entry)),
  fc.jsonValue(),
);

function changed(base: object): fc.Arbitrary<unknown> {
  const fields = [...Object.keys(base), "pass", "claim", "origin", "voids", "edition", "__proto__", "toString"];
  return fc
    .tuple(fc.array(fc.tuple(fc.constantFrom(...fields), values), { maxLength: 2 }), fc.subarray(fields))
    .map(([changes, missing]) => {
      const kept = Object.entries(base).filter(([field]) => !(missing.length < 3 && missing.includes(field)));
      // As JSON brings it: a field may have any name.
      return JSON.parse(
        `{${[...kept, ...changes].map(([field, value]) => `"${field}":${JSON.stringify(value)}`).join(",")}}`,
      );
    });
}

test("what is plain is what kiosks send", () => {
  expect([plainEntry({ ...entry }), plainFrame({ ...frame })]).toEqual([entry, frame]);
});

test("E4: what passes as plain passes the schema, and is the same", () => {
  fc.assert(
    fc.property(fc.oneof(changed(entry), fc.jsonValue()), (raw) => {
      const checked = newEntry.safeParse(raw);
      const plain = plainEntry(raw);
      expect(plain ?? checked.data).toEqual(checked.data);
    }),
    { numRuns: 3000 },
  );
});

test("E4: a frame that passes as plain passes the schema, and is the same", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        changed(frame),
        fc.jsonValue(),
        changed(frame.device).map((device) => ({ ...frame, device })),
      ),
      (raw) => {
        const checked = entriesEnvelope.safeParse(raw);
        const plain = plainFrame(raw);
        expect(plain ?? checked.data).toEqual(checked.data);
      },
    ),
    { numRuns: 3000 },
  );
});
