import { likenessOfWords, nameWords, type NameWord } from "@abwab/domain";
import type { IndexedOrganisation } from "../search/organisation-index.ts";

/** An organisation as it is compared with others. */
export interface Compared {
  id: string;
  type: IndexedOrganisation["type"];
  kind: IndexedOrganisation["kind"];
  ar: readonly NameWord[];
  fr: readonly NameWord[];
  city: readonly NameWord[];
  province: string | null;
}

/** With two names each the better match counts more: the other may be missing words or be a translation. */
const BETTER_NAME = 0.7;
const OTHER_KIND = 0.85;
const OTHER_CITY = 0.8;
const OTHER_PROVINCE = 0.6;
const SAME_CITY = 0.8;

export function toCompared(organisation: IndexedOrganisation): Compared {
  const { id, type, kind, nameAr, nameFr, city, province } = organisation;
  const [ar, fr] = [nameWords(nameAr ?? ""), nameWords(nameFr ?? "")];
  return { id, type, kind, ar, fr, city: nameWords(city ?? ""), province };
}

/**
 * How likely two organisations are one, 0 to 1: by their names, and by what else is known of both. Undefined where that
 * is less than `least`.
 */
export function organisationLikeness(a: Compared, b: Compared, least: number): number | undefined {
  if (a.type !== b.type) return undefined;
  const surroundings = kindsAlike(a, b) * placesAlike(a, b);
  if (surroundings < least) return undefined;
  const likeness = surroundings * namesAlike(a, b);
  return likeness < least ? undefined : likeness;
}

function namesAlike(a: Compared, b: Compared): number {
  const ar = alike(a.ar, b.ar);
  const fr = alike(a.fr, b.fr);
  if (ar !== undefined && fr !== undefined) {
    return BETTER_NAME * Math.max(ar, fr) + (1 - BETTER_NAME) * Math.min(ar, fr);
  }
  return ar ?? fr ?? Math.max(alike(a.ar, b.fr) ?? 0, alike(a.fr, b.ar) ?? 0);
}

/** Undefined where one has no such name. */
function alike(a: readonly NameWord[], b: readonly NameWord[]): number | undefined {
  return a.length === 0 || b.length === 0 ? undefined : likenessOfWords(a, b);
}

function kindsAlike(a: Compared, b: Compared): number {
  return a.kind !== null && b.kind !== null && a.kind !== b.kind ? OTHER_KIND : 1;
}

/** Schools of one name are in every town. */
function placesAlike(a: Compared, b: Compared): number {
  if (a.province !== null && b.province !== null && a.province !== b.province) return OTHER_PROVINCE;
  return (alike(a.city, b.city) ?? 1) >= SAME_CITY ? 1 : OTHER_CITY;
}
