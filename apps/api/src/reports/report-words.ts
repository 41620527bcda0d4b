import type { DocumentLocale } from "@abwab/contract";
import { arabicReport } from "./words/arabic-report.ts";
import { englishReport } from "./words/english-report.ts";
import { frenchReport } from "./words/french-report.ts";
import type { ReportWords } from "./words/words-of-reports.ts";

export const reportWords: Readonly<Record<DocumentLocale, ReportWords>> = {
  ar: arabicReport,
  fr: frenchReport,
  en: englishReport,
};
