import type { Corrections, CorrectionSum } from "./day-facts.ts";
import type { ReportLanguage } from "./report-language.ts";

/** How many corrections of each kind there were, and what they changed. */
export function correctionRows(corrections: Corrections, { words, format }: ReportLanguage) {
  const { texts } = words;
  const rowOf = (name: string, { count, entered, exited }: CorrectionSum) => ({
    name,
    count: format.number(count),
    entered: format.signed(entered),
    exited: format.signed(exited),
  });
  return [
    rowOf(texts.voids, corrections.voids),
    rowOf(texts.adjustments, corrections.adjustments),
    { name: texts.recounts, count: format.number(corrections.recounts), entered: "–", exited: "–" },
  ];
}

/** Of several days together. */
export function addCorrections(all: readonly Corrections[]): Corrections {
  const sumOf = (kind: "voids" | "adjustments"): CorrectionSum => ({
    count: all.reduce((total, each) => total + each[kind].count, 0),
    entered: all.reduce((total, each) => total + each[kind].entered, 0),
    exited: all.reduce((total, each) => total + each[kind].exited, 0),
  });
  return {
    voids: sumOf("voids"),
    adjustments: sumOf("adjustments"),
    recounts: all.reduce((total, { recounts }) => total + recounts, 0),
  };
}
