import type { DocumentLocale, ReportQuery, WantedReport } from "@abwab/contract";

export interface ReportChoice {
  locale: DocumentLocale;
  since: ReportQuery["since"];
}

/** Where the PDF of a report is. */
export function reportUrl(slug: string, { locale, since }: ReportChoice, wanted: WantedReport): string {
  const query = new URLSearchParams({ locale, since });
  const edition = `/api/v1/editions/${encodeURIComponent(slug)}`;
  switch (wanted.kind) {
    case "day":
      return `${edition}/days/${wanted.date}/report?${query}`;
    case "edition":
      return `${edition}/report?${query}`;
    case "zone":
      if (wanted.day !== undefined) query.set("day", wanted.day);
      return `${edition}/zones/${encodeURIComponent(wanted.zone)}/report?${query}`;
    case "audit":
      if (wanted.excluded !== undefined) query.set("excluded", wanted.excluded.join(","));
      return `${edition}/audit-report?${query}`;
  }
}
