import { baseCategories, type BaseCategory, type DocumentLocale, type Edition } from "@abwab/contract";
import { passWords } from "../printing/pass-words.ts";
import { type PrintedTime, printedTime } from "../printing/printed-time.ts";
import { type ReportFormat, reportFormat } from "./report-format.ts";
import { auditReportWords, reportWords, zoneReportWords } from "./report-words.ts";
import type { AuditReportWords } from "./words/words-of-audits.ts";
import type { ReportWords } from "./words/words-of-reports.ts";
import type { ZoneReportWords } from "./words/words-of-zones.ts";

/** All that turns figures into a language, on the clocks of an edition. */
export interface ReportLanguage {
  locale: DocumentLocale;
  words: ReportWords;
  zone: ZoneReportWords;
  audit: AuditReportWords;
  format: ReportFormat;
  time: PrintedTime;
  listSeparator: string;
  category: (category: string) => string;
}

export function reportLanguage(locale: DocumentLocale, { timeZone }: Pick<Edition, "timeZone">): ReportLanguage {
  const { categories, listSeparator } = passWords[locale];
  return {
    locale,
    words: reportWords[locale],
    zone: zoneReportWords[locale],
    audit: auditReportWords[locale],
    format: reportFormat(locale),
    time: printedTime(locale, timeZone),
    listSeparator,
    category: (category) => (isBase(category) ? categories[category] : category.replaceAll("_", " ")),
  };
}

const isBase = (category: string): category is BaseCategory => baseCategories.some((one) => one === category);
