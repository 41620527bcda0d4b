import { isUtf8 } from "node:buffer";
import type { ImportReading } from "@abwab/contract";
import { ListFault } from "./list-fault.ts";

export type TextEncoding = NonNullable<ImportReading["encoding"]>;

/** Enough to tell one from another, and little to look at. */
const LOOKED_AT = 256 * 1024;
/** Bytes that tell UTF-16: the high byte of ASCII and of Arabic letters. */
const HIGH_BYTES = new Set([0x00, 0x06]);
/** In UTF-16 nearly each second byte is one of them; in no other text is any, but by chance. */
const UTF16_SHARE = 0.6;
const BINARY = /[\p{Cc}--[\t\n\v\f\r]]/gv;
/** A stray character of control does no harm; a file full of them is no text. */
const MOST_CONTROLS = 0.002;

/** In which encoding a text is written: by its mark, else by trial. */
export function guessEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const start = bytes.subarray(0, LOOKED_AT);
  const wide = guessWide(start);
  if (wide !== undefined) return wide;
  if (isUtf8(bytes)) return "utf-8";
  return isArabicIn1256(start) ? "windows-1256" : "windows-1252";
}

/**
 * The text without its byte order mark. What the encoding can't say stands there as U+FFFD, so that a wrong guess is
 * seen. Throws for what is no text in this encoding.
 */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  const text = new TextDecoder(encoding).decode(bytes);
  const controls = text.match(BINARY)?.length ?? 0;
  if (controls > Math.max(1, text.length * MOST_CONTROLS)) {
    throw new ListFault("unknown_format", "The file is no text.");
  }
  return text.replace(BINARY, "");
}

function guessWide(bytes: Uint8Array): TextEncoding | undefined {
  const pairs = Math.floor(bytes.length / 2);
  if (pairs === 0) return undefined;
  let first = 0;
  let second = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (HIGH_BYTES.has(bytes[at] ?? -1)) first += 1;
    if (HIGH_BYTES.has(bytes[at + 1] ?? -1)) second += 1;
  }
  if (Math.max(first, second) < pairs * UTF16_SHARE || first === second) return undefined;
  return second > first ? "utf-16le" : "utf-16be";
}

const WORD = /[\p{L}\p{M}]+/gu;
const ARABIC_WORD = /^[\p{Script=Arabic}\p{M}]{2,}$/u;
const HAS_ARABIC = /\p{Script=Arabic}/u;
const HAS_LATIN = /[A-Za-z]/;
/** Of running Arabic, more than half of the letters are of these; of French capitals read as Arabic, few. */
const FREQUENT = /[اليمونترةبعدسه]/gu;
const FREQUENT_SHARE = 0.5;

/**
 * Both code pages have letters at all places, and the small letters of French at the same ones: what tells them apart
 * is whether words come out Arabic as a whole, or Latin ones with an Arabic letter in the midst.
 */
function isArabicIn1256(bytes: Uint8Array): boolean {
  const words = new TextDecoder("windows-1256").decode(bytes).match(WORD) ?? [];
  let arabic = 0;
  let mixed = 0;
  let frequent = 0;
  for (const word of words) {
    if (ARABIC_WORD.test(word)) {
      arabic += word.length;
      frequent += word.match(FREQUENT)?.length ?? 0;
    } else if (HAS_ARABIC.test(word) && HAS_LATIN.test(word)) mixed += word.length;
  }
  return arabic > mixed && frequent >= arabic * FREQUENT_SHARE;
}
