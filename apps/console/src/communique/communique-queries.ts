import { type Communique, type DocumentLocale, routes } from "@abwab/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../app/api.ts";

/** Figures move while an edition is on. */
const REFRESH_MS = 10_000;

export interface ReleaseChoice {
  locale: DocumentLocale;
  /** `YYYY-MM-DD`; empty for today. */
  date: string;
}

export const communiqueKey = (slug: string) => ["editions", slug, "communique"] as const;

/** @param draft another template than that in force; null for that */
export const communiqueQuery = (slug: string, { locale, date }: ReleaseChoice, draft: string | null) =>
  queryOptions({
    queryKey: [...communiqueKey(slug), locale, date, draft],
    queryFn: (): Promise<Communique> => {
      const chosen = { locale, ...(date !== "" && { date }) };
      return draft === null
        ? api.call(routes.getCommunique, { params: { slug }, query: chosen })
        : api.call(routes.previewCommunique, { params: { slug }, body: { ...chosen, text: draft } });
    },
    // While another draft is written the last one stays in view; another language begins anew.
    placeholderData: (previous: Communique | undefined) =>
      previous?.locale === locale ? keepPreviousData(previous) : undefined,
    refetchInterval: REFRESH_MS,
  });

export const versionsQuery = (slug: string, locale: DocumentLocale) =>
  queryOptions({
    queryKey: [...communiqueKey(slug), "versions", locale],
    queryFn: async () =>
      (await api.call(routes.listCommuniqueTemplates, { params: { slug }, query: { locale } })).items,
  });

export function communiqueFileUrl(slug: string, { locale, date }: ReleaseChoice): string {
  const query = new URLSearchParams({ locale, ...(date !== "" && { date }) });
  return `/api/v1/editions/${encodeURIComponent(slug)}/communique/print?${query}`;
}
