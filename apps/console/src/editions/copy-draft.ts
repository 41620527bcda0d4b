import type { CopiedPart, Edition, EditionDay, Names } from "@abwab/contract";
import { addDays } from "@abwab/domain";
import { noNames } from "../app/names-fields.tsx";

/** What the form of a copy holds. */
export interface CopyDraft {
  slug: string;
  names: Names;
  city: string;
  venue: string;
  days: EditionDay[];
  what: CopiedPart[];
}

const PARTS_OF_ZONES: readonly CopiedPart[] = ["checkpoints", "policies", "programme"];

/** As many days as the earlier edition had, from `first` on, each with the hours of the day with its number. */
export function copyDraftOf({ days, city, venue }: Edition, first: string): CopyDraft {
  const earlier = days.toSorted((a, b) => a.date.localeCompare(b.date));
  return {
    slug: "",
    names: noNames,
    city,
    venue,
    days: earlier.map((day, index) => ({ ...day, date: addDays(first, index) })),
    what: ["zones", "checkpoints", "policies", "categories", "programme"],
  };
}

/** What is chosen, without what makes no sense where zones were taken away; they come back with any of it. */
export function chosenParts(before: readonly CopiedPart[], next: readonly CopiedPart[]): CopiedPart[] {
  const lostZones = before.includes("zones") && !next.includes("zones");
  if (lostZones) return next.filter((part) => !PARTS_OF_ZONES.includes(part));
  const needsZones = !next.includes("zones") && next.some((part) => PARTS_OF_ZONES.includes(part));
  return needsZones ? ["zones", ...next] : [...next];
}
