import type { InputError, NewPass, PassClaims } from "@abwab/contract";
import { addDays } from "@abwab/domain";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { ProblemError } from "../platform/problem-error.ts";

/** All that a pass will say, but for its code. */
export interface PassDraft {
  facts: Omit<PassClaims, "code">;
  label: string | null;
  organisationId: string | null;
  /** What the list that it is made from calls it. */
  reference: string | null;
}

const usualCategory = { visitor: "public", group: "pupils", accreditation: "staff" } as const;

/**
 * What was asked for, with what was left out filled in.
 *
 * @param now ms since the epoch
 * @throws `invalid` for zones and categories that the edition lacks, and for a pass that would never be good
 */
export function draftOf(given: NewPass, edition: EditionConfiguration, now: number): PassDraft {
  const category = given.category ?? usualCategory[given.kind];
  if (!edition.categories.has(category))
    throw wrong("category", "unknown_category", `This edition has no ${category}.`);
  const missing = given.zones?.find((code) => !edition.zones.has(code));
  if (missing !== undefined) throw wrong("zones", "unknown_zone", `This edition has no zone ${missing}.`);
  const validFrom = wholeSecond(given.validFrom);
  const validUntil = wholeSecond(given.validUntil) ?? endOf(edition);
  if (validUntil <= now) {
    const sentence =
      given.validUntil === null
        ? "This edition is over: say until when the pass is good."
        : "A pass that has run out already is good for nothing.";
    throw wrong("validUntil", "in_the_past", sentence);
  }
  if (validFrom !== null && validFrom >= validUntil) {
    throw wrong("validFrom", "not_before_end", "It must begin before it ends.");
  }
  const { kind, label, group, organisationId } = given;
  const zones = given.zones === null ? null : [...new Set(given.zones)];
  return { facts: { kind, category, group, zones, validFrom, validUntil }, label, organisationId, reference: null };
}

/** The end of its last day, or of that day's opening hours where they are longer. */
function endOf({ calendar, days, openIntervals }: EditionConfiguration): number {
  const last = days
    .map((day) => day.date)
    .toSorted()
    .at(-1);
  const closings = openIntervals.map((interval) => interval.to);
  return Math.max(...closings, ...(last === undefined ? [] : [calendar.startOf(addDays(last, 1))]));
}

/** A token counts in seconds. */
const wholeSecond = (instant: string | null): number | null =>
  instant === null ? null : Math.floor(Date.parse(instant) / 1000) * 1000;

/** `invalid` for one field of a request. */
export function wrong(path: string, code: string, message: string): ProblemError {
  const errors: InputError[] = [{ path, code, message }];
  return new ProblemError("invalid", `${path}: ${message}`, { errors });
}
