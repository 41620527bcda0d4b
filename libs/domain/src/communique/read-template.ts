import { letterLikeness } from "../names/letter-likeness.ts";

/** Where something stands in a text, both from 1. */
export interface Place {
  line: number;
  column: number;
}

export type TemplatePart = { text: string } | ({ field: string } & Place);

export interface TemplateFault extends Place {
  code: "unclosed_field" | "unknown_field";
  /** What stands there, between the braces. */
  found: string;
  /** A field that it may have meant. */
  near: string | null;
}

export interface Template {
  parts: TemplatePart[];
  faults: TemplateFault[];
}

/** A field with what may follow its braces on the same line. */
const FIELD = /\{\{([^{}\n]*)(\}\})?/g;
/** Beyond it the shown name of a fault is cut. */
const LONGEST_SHOWN = 60;
/** Less alike than this, another field is no guess. */
const LIKELY = 0.6;
/** Who has so many sees that something else is wrong. */
const MOST_FAULTS = 20;

/**
 * Reads a plain text with named fields, `{{visits.total}}`. It has no conditions, loops or marks: what is no field is
 * text, whatever it looks like.
 *
 * @param fields every name that may stand between the braces
 */
export function readTemplate(text: string, fields: readonly string[]): Template {
  const known = new Set(fields);
  const parts: TemplatePart[] = [];
  const faults: TemplateFault[] = [];
  let end = 0;
  for (const match of text.matchAll(FIELD)) {
    if (faults.length === MOST_FAULTS) break;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const name = (match[1] ?? "").trim();
    const place = placeOf(text, match.index);
    const found = name.slice(0, LONGEST_SHOWN);
    if (match[2] === undefined) faults.push({ ...place, code: "unclosed_field", found, near: null });
    else if (!known.has(name)) faults.push({ ...place, code: "unknown_field", found, near: nearest(name, fields) });
    else parts.push({ field: name, ...place });
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return { parts, faults };
}

function placeOf(text: string, index: number): Place {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: index - lineStart + 1 };
}

function nearest(name: string, fields: readonly string[]): string | null {
  if (name.length > LONGEST_SHOWN) return null;
  let best = LIKELY;
  let found: string | null = null;
  for (const field of fields) {
    const alike = letterLikeness(name, field);
    if (alike > best) [best, found] = [alike, field];
  }
  return found;
}
