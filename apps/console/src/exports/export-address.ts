import { category, code, exportBreakdown, exportSubject, localDate } from "@abwab/contract";
import type { z } from "zod";
import type { ExportDraft } from "./export-draft.ts";

/** What another page wants in a file: it stands in the address, so that the link can be sent to somebody. */
export type WantedExport = Partial<
  Pick<ExportDraft, "what" | "by" | "from" | "to" | "zones" | "categories" | "settled">
>;

/** The exports page with this filled in. */
export function exportAddress(slug: string, wanted: WantedExport): string {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) {
    const text = Array.isArray(value) ? value.join(",") : String(value);
    if (text !== "" && text !== "false") address.set(name, text);
  }
  return `/exports/${encodeURIComponent(slug)}?${address.toString()}`;
}

/** What an address wants; of what no form could hold, nothing. */
export function wantedExport(address: URLSearchParams): WantedExport {
  const one = <Value>(name: string, schema: z.ZodType<Value>): Value | undefined =>
    schema.safeParse(address.get(name)).data;
  const many = <Value>(name: string, schema: z.ZodType<Value>): Value[] | undefined =>
    schema.array().safeParse(address.get(name)?.split(",")).data;
  const wanted = {
    what: one("what", exportSubject),
    by: many("by", exportBreakdown),
    from: one("from", localDate),
    to: one("to", localDate),
    zones: many("zones", code),
    categories: many("categories", category),
    settled: address.get("settled") === "true" ? true : undefined,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}
