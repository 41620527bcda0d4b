import type { ImportField, ImportSubject } from "@abwab/contract";
import { guessAttendeeFields } from "./attendee-fields.ts";
import { knownProvince } from "./known-places.ts";
import { kindOf, typeOf } from "./organisation-words.ts";
import { asciiDigits, tidyCell } from "./tidy-cell.ts";
import { fieldOfTitle } from "./title-fields.ts";

const LOOKED_AT_ROWS = 200;
const ARABIC = /\p{Script=Arabic}/u;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d ().-]{8,25}$/;
const NUMBER = /^\d{1,6}$/;

interface Column {
  title: string;
  /** Of the first rows, those that are filled, tidied. */
  values: string[];
}

/** What each column holds, guessed by its title, and where that says nothing by what stands in it. */
export function guessFields(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  subject: ImportSubject,
): ImportField[] {
  if (subject === "attendees") return guessAttendeeFields(titles);
  const sample = rows.slice(0, LOOKED_AT_ROWS);
  const columns = titles.map((title, index): Column => {
    const values = sample.map((row) => tidyCell(row[index] ?? "")).filter((value) => value !== "");
    return { title, values };
  });
  return byContent(columns, byTitle(columns));
}

function byTitle(columns: readonly Column[]): ImportField[] {
  const guesses = columns.map(({ title, values }) => {
    const guess = title === "" ? undefined : fieldOfTitle(title);
    return guess && { ...guess, field: fitted(guess.field, values) };
  });
  return guesses.map((guess, index) => {
    if (guess === undefined) return "ignore";
    const isBetter = (other: (typeof guesses)[number], place: number): boolean =>
      other !== undefined && other.field === guess.field && (other.exact === guess.exact ? place < index : other.exact);
    return guesses.some(isBetter) ? "ignore" : guess.field;
  });
}

/** The title says roughly what it is; what stands below says it exactly. */
function fitted(field: ImportField, values: readonly string[]): ImportField {
  if (values.length === 0) return field;
  if (field === "nameAr" || field === "nameFr") return isArabic(values) ? "nameAr" : "nameFr";
  if (field === "type" || field === "kind") {
    const [kinds, types] = [share(values, (value) => kindOf(value) !== undefined), share(values, isType)];
    return kinds > types ? "kind" : types > kinds ? "type" : field;
  }
  return field;
}

function byContent(columns: readonly Column[], fields: readonly ImportField[]): ImportField[] {
  const result = [...fields];
  const free = (): number[] =>
    [...columns.keys()].filter((index) => {
      const { title, values } = columns[index] as Column;
      // A title that is known and means nothing to us is left alone.
      const isKnown = title !== "" && fieldOfTitle(title) !== undefined;
      return result[index] === "ignore" && values.length > 0 && !isKnown;
    });
  const give = (field: ImportField, fits: (values: readonly string[]) => boolean): void => {
    if (result.includes(field)) return;
    const index = free().find((place) => fits((columns[place] as Column).values));
    if (index !== undefined) result[index] = field;
  };
  give("contactEmail", (values) => share(values, (value) => EMAIL.test(value)) > 0.5);
  give("contactPhone", (values) => share(values, isPhone) > 0.5);
  if (!result.includes("nameAr") && !result.includes("nameFr")) giveName(columns, free(), result);
  give("city", (values) => share(values, (value) => knownProvince(value) !== undefined) > 0.7);
  give("type", (values) => share(values, isType) > 0.7 && new Set(values).size <= 12);
  return result;
}

/** The column with the longest texts of which hardly two are the same. */
function giveName(columns: readonly Column[], free: readonly number[], result: ImportField[]): void {
  const lengths = free.map((index) => {
    const { values } = columns[index] as Column;
    const texts = values.filter((value) => /\p{L}{2}/u.test(value) && !EMAIL.test(value));
    const isTelling = texts.length > values.length / 2 && new Set(texts).size > texts.length * 0.6;
    return { index, length: isTelling ? texts.reduce((sum, text) => sum + text.length, 0) / texts.length : 0 };
  });
  const longest = lengths.reduce((a, b) => (b.length > a.length ? b : a), { index: -1, length: 0 });
  if (longest.index < 0) return;
  result[longest.index] = isArabic((columns[longest.index] as Column).values) ? "nameAr" : "nameFr";
}

const isType = (value: string): boolean => typeOf(value) !== undefined;
const isPhone = (value: string): boolean => {
  const digits = asciiDigits(value);
  return PHONE.test(digits) && !NUMBER.test(digits);
};
const isArabic = (values: readonly string[]): boolean => share(values, (value) => ARABIC.test(value)) >= 0.5;
const share = (values: readonly string[], fits: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(fits).length / values.length;
