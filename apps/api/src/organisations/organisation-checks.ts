import { newOrganisation, type Organisation, type OrganisationPatch, uuid } from "@abwab/contract";
import { moroccanProvinces } from "@abwab/domain";
import { ProblemError } from "../platform/problem-error.ts";

const provinces: ReadonlySet<string> = new Set(moroccanProvinces.map(({ code }) => code));

/** Throws `invalid` for the code of no province. */
export function checkProvince(province: string | null | undefined): void {
  if (province === null || province === undefined || provinces.has(province)) return;
  throw wrong("province", "unknown_province", "There is no province with this code.");
}

/** Throws `invalid` where what a patch makes of an organisation is none: without a name, or of no such kind. */
export function checkChanged(before: Organisation, patch: OrganisationPatch): void {
  checkProvince(patch.province);
  const { type, nameAr, nameFr } = { ...before, ...patch };
  if (nameAr === null && nameFr === null) {
    throw wrong("nameAr", "name_needed", "A name is needed, in Arabic or in French.");
  }
  const kind = patch.kind === undefined ? before.kind : patch.kind;
  if (!newOrganisation.safeParse({ type, kind, nameFr: "-" }).success) {
    throw wrong("kind", "other_type", "It is no kind of this type.");
  }
}

/** Throws `not_found`. */
export function checkId(id: string): void {
  if (!uuid.safeParse(id).success) throw noSuchOrganisation();
}

/** Two ids as they are stored. Throws `not_found`, and `invalid` where they are the same. */
export function twoIds(one: string, another: string): { id: string; other: string } {
  const [id, other] = [one.toLowerCase(), another.toLowerCase()];
  for (const each of [id, other]) checkId(each);
  if (id === other) throw wrong("other", "same", "It takes two organisations.");
  return { id, other };
}

export const noSuchOrganisation = (): ProblemError =>
  new ProblemError("not_found", "This edition has no such organisation.");

export function wrong(path: string, code: string, message: string): ProblemError {
  return new ProblemError("invalid", `${path}: ${message}`, { errors: [{ path, code, message }] });
}
