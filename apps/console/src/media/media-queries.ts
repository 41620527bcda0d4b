import { routes } from "@abwab/contract";
import { queryOptions } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

const REFRESH_MS = 15_000;

/** Everything of the media: what any change of it makes old. */
export const mediaKey = (slug: string) => ["editions", slug, "media"] as const;

export const accreditationsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...mediaKey(slug), "accreditations"],
    queryFn: () => listAll((query) => api.call(routes.listAccreditations, { params: { slug }, query })),
    refetchInterval: REFRESH_MS,
  });

export const activitiesQuery = (slug: string) =>
  queryOptions({
    queryKey: [...mediaKey(slug), "activities"],
    queryFn: () => listAll((query) => api.call(routes.listMediaActivities, { params: { slug }, query })),
    refetchInterval: REFRESH_MS,
  });

/** Where the PDF of a badge is. */
export const badgePrintUrl = (slug: string, id: string, locale: string): string =>
  `/api/v1/editions/${encodeURIComponent(slug)}/accreditations/${id}/print?locale=${locale}`;
