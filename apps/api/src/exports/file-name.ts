import type { NewExport } from "@abwab/contract";

const MEDIA_TYPES = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export const mediaTypeOf = ({ format, gzip }: NewExport): string => (gzip ? "application/gzip" : MEDIA_TYPES[format]);

/** `open-days-ledger-2025-05-17_2025-05-18-v4711.csv`: two of other commits or days never bear the same name. */
export function fileNameOf(slug: string, request: NewExport, version: number): string {
  const { what, by, from, to, settled, format, gzip } = request;
  const days = from === undefined && to === undefined ? [] : [`${from ?? "first"}_${to ?? "last"}`];
  const parts = [slug, what, ...(by ?? []).map((each) => each.replace("_", "-")), ...days];
  const name = [...parts, ...(settled ? ["settled"] : []), `v${version}`].join("-");
  return `${name}.${format}${gzip ? ".gz" : ""}`;
}
