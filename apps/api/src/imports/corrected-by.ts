import type { ReadingCorrection } from "./reading/raw-table.ts";

/**
 * What a person has said of a reading so far, with what is said now: another encoding, separator or sheet makes
 * another table, of which the header row and the columns are guessed anew unless they were said with it.
 */
export function correctedBy(before: ReadingCorrection, patch: ReadingCorrection): ReadingCorrection {
  const kept: { -readonly [Name in keyof ReadingCorrection]: ReadingCorrection[Name] } = { ...before };
  const isOther = (name: "encoding" | "separator" | "sheet" | "headerRow"): boolean =>
    patch[name] !== undefined && patch[name] !== before[name];
  if (isOther("encoding") || isOther("separator") || isOther("sheet")) {
    delete kept.headerRow;
    delete kept.fields;
    delete kept.defaultType;
  }
  if (isOther("headerRow")) delete kept.fields;
  const said = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...kept, ...Object.fromEntries(said) };
}
