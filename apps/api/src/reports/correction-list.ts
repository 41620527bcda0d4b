import type { CorrectionList, ListedCorrection } from "./correction-list.repository.ts";
import { isolated } from "../printing/isolated.ts";
import type { ReportLanguage } from "./report-language.ts";

/** Corrections that a report lists one by one; of more it says how many. */
export const MOST_LISTED = 60;

/** Corrections one by one: when, what they change, who made them and why. */
export function correctionList({ items, count }: CorrectionList, language: ReportLanguage) {
  const { format, zone } = language;
  return {
    rows: items.map((item) => ({
      when: language.time.moment(item.at),
      zone: item.zone,
      effect: effectOf(item, language),
      by: item.by === null ? "–" : isolated(item.by),
      reason: item.reason === null ? "–" : isolated(item.reason),
    })),
    more: count > items.length ? zone.more(format.number(count - items.length)) : null,
  };
}

function effectOf({ kind, direction, headcount }: ListedCorrection, { zone, format }: ReportLanguage): string {
  if (kind === "anchor") return zone.recount(format.number(headcount));
  const change = format.signed(headcount);
  const effect = direction === "out" ? zone.exited(change) : zone.entered(change);
  return kind === "void" ? zone.void(effect) : zone.adjustment(effect);
}
