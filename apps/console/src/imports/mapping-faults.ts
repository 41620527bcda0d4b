import type { ImportField, ImportReading, ImportSubject } from "@abwab/contract";

export type MappingFault =
  | { readonly code: "needName" | "needReference" | "needType" }
  | { readonly code: "usedTwice"; readonly field: ImportField };

/** Parts of a reference may stand in two columns. */
const mayRepeat = (field: ImportField): boolean => field === "ignore" || field === "reference";

/** Why a list can't be imported with its columns understood so; none when it can. */
export function mappingFaults(
  subject: ImportSubject,
  { fields, defaultType }: Pick<ImportReading, "fields" | "defaultType">,
): MappingFault[] {
  const faults: MappingFault[] = [];
  const has = (field: ImportField) => fields.includes(field);
  if (subject === "attendees") {
    if (!has("reference")) faults.push({ code: "needReference" });
  } else {
    if (!has("nameAr") && !has("nameFr")) faults.push({ code: "needName" });
    // Many a kind belongs to one type alone, which it then tells.
    if (!has("type") && !has("kind") && defaultType === null) faults.push({ code: "needType" });
  }
  const twice = fields.filter((field, index) => !mayRepeat(field) && fields.indexOf(field) < index);
  for (const field of new Set(twice)) faults.push({ code: "usedTwice", field });
  return faults;
}
