import type { ImportField, RowProblem } from "@abwab/contract";
import { addDays, type Calendar, foldName } from "@abwab/domain";
import type { RowValues } from "./preview-row.ts";
import { asciiDigits, tidyCell } from "./tidy-cell.ts";

const LONGEST_REFERENCE = 200;
/** Orders that are not, or no more, good: as pretix, Eventbrite and Indico call them, and as people do. */
const NOT_GOOD =
  /\b(?:cancell?ed|annulee?|refunded|remboursee?|deleted|not attending|expired|overdue|expiree?|rejected|rejetee?|withdrawn|pending|not paid|unpaid|impayee?|en attente)\b|ملغ|مسترجع|غير مؤدي|مرفوض/u;
const CATEGORIES: readonly (readonly [string, RegExp])[] = [
  ["pupils", /\b(?:pupils?|students?|school|eleves?|etudiants?|scolaires?)\b|تلميذ|تلاميذ|طالب|طلبه/u],
  ["media", /\b(?:media|press|presse|journalists?|journalistes?)\b|صحاف|صحفي|اعلام/u],
  ["civil_society", /\b(?:civil society|associations?|ngo|ong|societe civile)\b|جمعي|مجتمع مدني/u],
  ["officials", /\b(?:officials?|officiels?|vip|authorities|autorites)\b|رسمي/u],
  ["staff", /\b(?:staff|crew|organi[sz]ers?|organisateurs?|personnel)\b|طاقم|منظم/u],
  ["public", /\b(?:public|visitors?|visiteurs?|general admission|standard|adultes?|adults?)\b|عموم|زاير/u],
];
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/;
const LOCAL_DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: (\d{1,2}):(\d{2})(?::\d{2})?)?$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

export interface AttendeeContext {
  categories: ReadonlySet<string>;
  calendar: Calendar;
  /** ms since the epoch. */
  now: number;
}

export interface ReadAttendee {
  values: RowValues;
  problems: RowProblem[];
  isWrong: boolean;
}

/** Reads a ticket: what it is called, for whom it is good and how long. Who holds it is not read (P1). */
export function readAttendeeRow(
  cells: readonly string[],
  fields: readonly ImportField[],
  context: AttendeeContext,
): ReadAttendee {
  const values: RowValues = {};
  const problems: RowProblem[] = [];
  let isWrong = false;
  const complain = (field: ImportField, code: RowProblem["code"], value: string | null, wrong: boolean): void => {
    problems.push({ field, code, value });
    isWrong ||= wrong;
  };
  const texts = (field: ImportField): string[] =>
    fields
      .flatMap((one, column) => (one === field ? [tidyCell(cells[column] ?? "")] : []))
      .filter((text) => text !== "");

  const reference = asciiDigits(texts("reference").join("-"));
  if (reference === "") complain("reference", "missing", null, true);
  else if (reference.length > LONGEST_REFERENCE) complain("reference", "too_long", null, true);
  else values.reference = reference;

  const [status] = texts("status");
  if (status !== undefined && NOT_GOOD.test(foldName(status))) complain("status", "cancelled", status, true);

  const [ticket] = texts("category");
  const category = ticket === undefined ? undefined : categoryOf(ticket, context.categories);
  if (ticket !== undefined && category === undefined) complain("category", "unknown_value", ticket, false);
  values.category = category ?? "public";

  for (const field of ["validFrom", "validUntil"] as const) {
    const [text] = texts(field);
    if (text === undefined) continue;
    const at = instantOf(text, field === "validUntil", context.calendar);
    if (at === undefined) complain(field, "not_a_date", text, true);
    else values[field] = new Date(at).toISOString();
  }
  const { validFrom, validUntil } = values;
  if (validUntil !== undefined && Date.parse(validUntil) <= context.now) {
    complain("validUntil", "in_the_past", validUntil.slice(0, 10), true);
  }
  if (validFrom !== undefined && validUntil !== undefined && validFrom >= validUntil) {
    complain("validFrom", "not_before_end", validFrom.slice(0, 10), true);
  }
  return { values, problems, isWrong };
}

function categoryOf(ticket: string, categories: ReadonlySet<string>): string | undefined {
  const folded = foldName(ticket);
  const named = [...categories].find((category) => foldName(category) === folded);
  return named ?? CATEGORIES.find(([category, words]) => words.test(folded) && categories.has(category))?.[0];
}

/** A day without an hour ends when the next one begins. */
function instantOf(text: string, isEnd: boolean, calendar: Calendar): number | undefined {
  const digits = asciiDigits(text);
  if (WITH_OFFSET.test(digits)) return Number.isNaN(Date.parse(digits)) ? undefined : Date.parse(digits);
  const [, year, month, day, hour, minute] = DATE.exec(digits) ?? reordered(LOCAL_DATE.exec(digits)) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) return undefined;
  if (hour === undefined) return calendar.instantOf(isEnd ? addDays(date, 1) : date, "00:00");
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return calendar.instantOf(date, `${hour.padStart(2, "0")}:${minute}`);
}

/** Day before month, as it is written here. */
const reordered = (match: RegExpExecArray | null): (string | undefined)[] | undefined =>
  match === null ? undefined : [match[0], match[3], match[2], match[1], match[4], match[5]];
