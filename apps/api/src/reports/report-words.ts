import type { DocumentLocale } from "@abwab/contract";
import { arabicAudit } from "./words/arabic-audit.ts";
import { arabicReport } from "./words/arabic-report.ts";
import { arabicZone } from "./words/arabic-zone.ts";
import { englishAudit } from "./words/english-audit.ts";
import { englishReport } from "./words/english-report.ts";
import { englishZone } from "./words/english-zone.ts";
import { frenchAudit } from "./words/french-audit.ts";
import { frenchReport } from "./words/french-report.ts";
import { frenchZone } from "./words/french-zone.ts";
import type { AuditReportWords } from "./words/words-of-audits.ts";
import type { ReportWords } from "./words/words-of-reports.ts";
import type { ZoneReportWords } from "./words/words-of-zones.ts";

export const reportWords: Readonly<Record<DocumentLocale, ReportWords>> = {
  ar: arabicReport,
  fr: frenchReport,
  en: englishReport,
};

export const zoneReportWords: Readonly<Record<DocumentLocale, ZoneReportWords>> = {
  ar: arabicZone,
  fr: frenchZone,
  en: englishZone,
};

export const auditReportWords: Readonly<Record<DocumentLocale, AuditReportWords>> = {
  ar: arabicAudit,
  fr: frenchAudit,
  en: englishAudit,
};
