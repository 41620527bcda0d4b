import type { ImportReading } from "@abwab/contract";

export type Encoding = NonNullable<ImportReading["encoding"]>;

/** A text as bytes of this encoding, with its mark where it has one and it is wanted. Throws for what it can't say. */
export function encodeText(text: string, encoding: Encoding, mark = false): Uint8Array<ArrayBuffer> {
  if (encoding === "utf-8") return new TextEncoder().encode(mark ? `\ufeff${text}` : text);
  if (encoding === "utf-16le") return Uint8Array.from(Buffer.from(mark ? `\ufeff${text}` : text, "utf16le"));
  if (encoding === "utf-16be") return swapped(encodeText(text, "utf-16le", mark));
  const page = pageOf(encoding);
  return Uint8Array.from(text, (letter) => {
    const byte = page.get(letter);
    if (byte === undefined) throw new Error(`${encoding} has no ${letter}.`);
    return byte;
  });
}

/** Whether the encoding has every letter of the text. */
export function canSay(text: string, encoding: Encoding): boolean {
  return encoding.startsWith("utf-") || Array.from(text).every((letter) => pageOf(encoding).has(letter));
}

const pages = new Map<Encoding, Map<string, number>>();
function pageOf(encoding: Encoding): Map<string, number> {
  let page = pages.get(encoding);
  if (page === undefined) {
    const letters = Array.from(new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)));
    page = new Map(letters.map((letter, byte) => [letter, byte]));
    pages.set(encoding, page);
  }
  return page;
}

function swapped(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes, (_, at) => bytes[at ^ 1] ?? 0);
}
