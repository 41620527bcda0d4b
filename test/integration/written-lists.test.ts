import { importEncoding, importSeparator } from "@abwab/contract";
import fc from "fast-check";
import { readText } from "../../apps/api/src/imports/reading/read-text.ts";
import { canSay, encodeText, type Encoding } from "../support/lists/encode-text.ts";

/** Letters that lists are made of, and those that CSV makes something of. */
const letter = fc.constantFrom(...("aé Éçœ€0٣9مدرسةـ،ابنخلدون\"';,|\t\n\r=+-@\u200f\u00a0🏫".match(/./gsu) ?? []));
const cell = fc.oneof(
  fc.array(letter, { maxLength: 8 }).map((letters) => letters.join("")),
  fc.string({ unit: "grapheme" }).map((text) => text.replace(/[[\p{Cc}\ufeff]--[\t\n\r]]/gv, "").toWellFormed()),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** RFC 4180. */
function written(rows: readonly (readonly string[])[], separator: string, end: string): string {
  const quoted = (text: string): string =>
    text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(quoted).join(separator) + end).join("");
}

const sayable = (text: string, encoding: Encoding): string =>
  Array.from(text)
    .filter((one) => canSay(one, encoding))
    .join("");

test.each(importEncoding.options)(
  "any table that %s can say is read back cell for cell, whatever is between the cells",
  (encoding) => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...importSeparator.options),
        fc.constantFrom("\r\n", "\n"),
        fc.boolean(),
        (any, separator, end, mark) => {
          const rows = any.map((row) => row.map((text) => sayable(text, encoding)));
          const text = written(rows, separator, end);
          const read = readText(encodeText(text, encoding, mark), { encoding, separator });
          expect(read.rows).toEqual(rows);
        },
      ),
      { numRuns: 300, seed: 20250517 },
    );
  },
);
