import type { DocumentLocale, ReportQuery } from "@abwab/contract";

export interface ReportChoice {
  locale: DocumentLocale;
  since: ReportQuery["since"];
}

/** Where the PDF is: of a day, or of the whole edition without one. */
export function reportUrl(slug: string, { locale, since }: ReportChoice, date?: string): string {
  const query = new URLSearchParams({ locale, since });
  const edition = `/api/v1/editions/${encodeURIComponent(slug)}`;
  return date === undefined ? `${edition}/report?${query}` : `${edition}/days/${date}/report?${query}`;
}
