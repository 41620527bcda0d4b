import { routes } from "@abwab/contract";
import { queryOptions } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

const REFRESH_MS = 15_000;

/** The whole programme of an edition: clashes are looked for among all of it. */
export const programmeQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "programme"],
    queryFn: () => listAll((query) => api.call(routes.listProgramme, { params: { slug }, query })),
    refetchInterval: REFRESH_MS,
  });

const base = (slug: string): string => `/api/v1/editions/${encodeURIComponent(slug)}`;

export const programmePrintUrl = (slug: string, query: { locale: string; day?: string }): string =>
  `${base(slug)}/programme/print?${new URLSearchParams(query)}`;
export const programmeCalendarUrl = (slug: string, locale: string): string =>
  `${base(slug)}/programme.ics?locale=${locale}`;
