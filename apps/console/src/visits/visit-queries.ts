import { routes, type ConfirmationsQuery, type DayListQuery, type OrganisationType } from "@abwab/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

/** The day's board follows the gates, while somebody looks at it. */
const REFRESH_MS = 4_000;
const SUGGESTIONS = 20;

/** Everything of an edition's visits and slots: what any change of them makes old. */
export const visitsKey = (slug: string) => ["editions", slug, "visits"] as const;

const given = (filters: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ""));

export const dayVisitsQuery = (slug: string, day: string, zone: string) =>
  queryOptions({
    queryKey: [...visitsKey(slug), "day", day, zone],
    queryFn: () =>
      listAll((query) =>
        api.call(routes.listVisits, { params: { slug }, query: { ...query, day, anyDay: "true", ...given({ zone }) } }),
      ),
    refetchInterval: REFRESH_MS,
  });

/** Visits whose confirmations are printed together; empty filters ask for all. */
export const confirmedVisitsQuery = (slug: string, day: string, province: string) =>
  queryOptions({
    queryKey: [...visitsKey(slug), "confirmed", day, province],
    queryFn: () =>
      listAll((query) =>
        api.call(routes.listVisits, { params: { slug }, query: { ...query, ...given({ day, province }) } }),
      ),
  });

export const slotsQuery = (slug: string, day: string, zone: string) =>
  queryOptions({
    queryKey: [...visitsKey(slug), "slots", day, zone],
    queryFn: () =>
      listAll((query) =>
        api.call(routes.listSlots, { params: { slug }, query: { ...query, ...given({ day, zone }) } }),
      ),
    refetchInterval: REFRESH_MS,
  });

export const representedQuery = (slug: string) =>
  queryOptions({
    queryKey: [...visitsKey(slug), "represented"],
    queryFn: async () => (await api.call(routes.represented, { params: { slug } })).items,
    refetchInterval: REFRESH_MS,
  });

/** Organisations that what was typed may mean, best first; the last ones stay while the next are looked for. */
export const suggestionsQuery = (slug: string, search: string, type: OrganisationType | undefined) =>
  queryOptions({
    queryKey: ["editions", slug, "organisations", "suggestions", search, type],
    queryFn: async ({ signal }) => {
      const query = { limit: SUGGESTIONS, ...given({ search, type }) };
      return (await api.call(routes.listOrganisations, { params: { slug }, query, signal })).items;
    },
    placeholderData: keepPreviousData,
  });

const printed = (slug: string, path: string, query: Record<string, string | number | undefined>): string => {
  const entries = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === "" ? [] : [[key, String(value)]],
  );
  return `/api/v1/editions/${encodeURIComponent(slug)}/${path}?${new URLSearchParams(entries).toString()}`;
};

/** Where the PDFs are. */
export const visitPrintUrl = (slug: string, id: string, locale: string): string =>
  printed(slug, `visits/${id}/print`, { locale });
export const visitCertificateUrl = (slug: string, id: string, locale: string): string =>
  printed(slug, `visits/${id}/certificate`, { locale });
export const certificatesPrintUrl = (slug: string, query: ConfirmationsQuery): string =>
  printed(slug, "visit-certificates/print", query);
export const organisationCertificateUrl = (slug: string, id: string, locale: string): string =>
  printed(slug, `organisations/${id}/certificate`, { locale });
export const organisationReportUrl = (slug: string, id: string, locale: string, people?: "shown"): string =>
  printed(slug, `organisations/${id}/report`, { locale, people });
export const confirmationsPrintUrl = (slug: string, query: ConfirmationsQuery): string =>
  printed(slug, "visit-confirmations/print", query);
export const dayListPrintUrl = (slug: string, query: DayListQuery): string => printed(slug, "visit-list/print", query);
