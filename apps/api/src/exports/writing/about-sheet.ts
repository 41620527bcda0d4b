import type { ExportPlan } from "./export-plan.ts";
import { noteSheet } from "./sheet-xml.ts";
import { sheetWords } from "./sheet-words.ts";

/** What a workbook holds and how it was read. No time of its making: of the same data comes the same file. */
export function aboutSheet({ request, edition, version, settled }: ExportPlan): string {
  const words = sheetWords[request.locale];
  const days = [request.from ?? "…", request.to ?? "…"];
  const rows: [string, string][] = [
    [words.edition, `${edition.name} (${edition.slug})`],
    [words.contents, words[request.what]],
    [words.days, request.from === undefined && request.to === undefined ? words.all : days.join(" – ")],
    [words.zones, request.zones.length === 0 ? words.all : request.zones.join(", ")],
    [words.categories, request.categories.length === 0 ? words.all : request.categories.join(", ")],
    [words.timeZone, edition.timeZone],
    settled === null
      ? [words.version, String(version)]
      : [words.settledDays, settled.map((day) => filled(words.settledDay, day)).join("\n") || words.noSettledDays],
    [words.meaning, request.what === "ledger" ? words.ledgerMeaning : words.countsMeaning],
  ];
  return noteSheet(rows, request.locale);
}

const filled = (text: string, { day, revision, version }: { day: string; revision: number; version: number }): string =>
  text.replace("{day}", day).replace("{revision}", String(revision)).replace("{version}", String(version));
