import type { EditionConfiguration, ZoneConfiguration } from "../editions/edition-configuration.ts";
import { wrongInput } from "./wrong-input.ts";

/** Throws `invalid` for a day that is none of the edition's. */
export function checkDays(edition: EditionConfiguration, days: readonly string[]): void {
  const known = new Set(edition.days.map(({ date }) => date));
  const strange = days.find((day) => !known.has(day));
  if (strange !== undefined) throw wrongInput("days", "unknown_day", `${strange} is no day of this edition.`);
}

/** Throws `invalid` for a zone that the edition lacks. */
export function zoneOf(edition: EditionConfiguration, code: string): ZoneConfiguration {
  const zone = edition.zones.get(code);
  if (zone === undefined) throw unknownZone(code);
  return zone;
}

export const unknownZone = (code: string): Error =>
  wrongInput("zone", "unknown_zone", `This edition has no zone ${code}.`);
