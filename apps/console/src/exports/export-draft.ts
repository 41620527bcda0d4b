import type { DocumentLocale, ExportBreakdown, ExportFormat, ExportSubject, NewExport } from "@abwab/contract";

/** What is filled in. */
export interface ExportDraft {
  what: ExportSubject;
  by: ExportBreakdown[];
  format: ExportFormat;
  gzip: boolean;
  locale: DocumentLocale;
  from: string;
  to: string;
  zones: string[];
  categories: string[];
  settled: boolean;
}

export const emptyDraft = (locale: DocumentLocale): ExportDraft => ({
  what: "counts",
  by: ["zone", "day"],
  format: "xlsx",
  gzip: false,
  locale,
  from: "",
  to: "",
  zones: [],
  categories: [],
  settled: false,
});

/** What is sent: nothing that belongs to another choice. */
export function exportOf({ what, by, format, gzip, from, to, ...rest }: ExportDraft): NewExport {
  return {
    ...rest,
    what,
    format,
    gzip: gzip && format !== "xlsx",
    ...(what === "counts" && { by }),
    ...(from !== "" && { from }),
    ...(to !== "" && { to }),
  };
}
