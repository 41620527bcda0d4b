import type { ImportField } from "@abwab/contract";
import { foldName } from "@abwab/domain";
import type { KnownOrganisation } from "./list-request.ts";
import type { RowValues } from "./preview-row.ts";

/** Which fields a row would change, and what stands there now. What a row leaves blank it leaves alone. */
export function changedFields(
  known: KnownOrganisation,
  values: RowValues,
): { changes: ImportField[]; before: RowValues } {
  const changes: ImportField[] = [];
  const before: RowValues = {};
  for (const field of FIELDS) {
    const value = values[field];
    const now = textOf(known[field]);
    if (value === undefined || !differs(field, value, now)) continue;
    changes.push(field);
    if (now !== undefined) before[field] = now;
  }
  return { changes, before };
}

const FIELDS = [
  "kind",
  "nameAr",
  "nameFr",
  "city",
  "province",
  "expectedPupils",
  "expectedAdults",
  "contactName",
  "contactPhone",
  "contactEmail",
] as const satisfies readonly (ImportField & keyof KnownOrganisation)[];

function differs(field: (typeof FIELDS)[number], value: string, now: string | undefined): boolean {
  // Another spelling of a name or a city changes nothing that the registry has.
  if (field === "nameAr" || field === "nameFr" || field === "city" || field === "province") return now === undefined;
  if (field === "contactName") return now === undefined || foldName(now) !== foldName(value);
  if (field === "contactPhone") return digits(value) !== digits(now ?? "");
  if (field === "contactEmail") return value.toLowerCase() !== now?.toLowerCase();
  return value !== now;
}

const digits = (phone: string): string => phone.replace(/^\+212 ?/, "0").replace(/\D/g, "");
const textOf = (value: string | number | null): string | undefined => (value === null ? undefined : String(value));
