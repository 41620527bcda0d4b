import { type CsvCell, csvFile, csvFormOf } from "@abwab/domain";
import type { Language } from "@abwab/ui";
import { localMoment } from "./cell-value.ts";

/** What no file system takes in a name. */
const UNFIT = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu;
/** What sets figures apart on a screen has no place in a file. */
const ISOLATES = /[\u2066-\u2069\u200e\u200f\u061c]/g;

/** Saves rows as a CSV file, named after what they list, the edition and the moment. */
export function saveCsv(
  name: string,
  slug: string | undefined,
  rows: readonly (readonly CsvCell[])[],
  language: Language,
): void {
  const clean = rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell.replaceAll(ISOLATES, "") : cell)));
  const moment = localMoment(new Date().toISOString()) ?? "";
  const file = [name, slug, moment.replaceAll(":", "-")].filter((part) => part !== undefined).join(" ");
  const url = URL.createObjectURL(new Blob([csvFile(clean, csvFormOf(language))], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${file.replaceAll(UNFIT, " ").trim()}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
