import { organisationQuery as contractQuery, routes, type OrganisationQuery } from "@abwab/contract";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../app/api.ts";

export const ORGANISATIONS_PER_PAGE = 50;

/** Everything of an edition's registry: what any change of it makes old. */
export const organisationsKey = (slug: string) => ["editions", slug, "organisations"] as const;

const filterNames = ["search", "type", "kind", "region", "province", "importId"] as const;
export type FilterName = (typeof filterNames)[number];
export type OrganisationFilters = Partial<Pick<OrganisationQuery, FilterName>>;
const filtersSchema = contractQuery.pick({
  search: true,
  type: true,
  kind: true,
  region: true,
  province: true,
  importId: true,
});

/** What the address says is searched for; what it can't say is left out. */
export function filtersIn(search: URLSearchParams): OrganisationFilters {
  const named = Object.fromEntries(filterNames.map((name) => [name, search.get(name)]));
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null && value !== ""));
  const read = filtersSchema.safeParse(given);
  return read.success ? read.data : {};
}

const cursorOf = (cursor: string | null) => (cursor === null ? {} : { cursor });

/**
 * One page of the registry, with the cursors that led to it. While another is on its way the one before stays on
 * screen, and still says which it is.
 */
export const organisationsPage = (slug: string, filters: OrganisationFilters, cursors: readonly string[]) =>
  queryOptions({
    queryKey: [...organisationsKey(slug), "list", filters, cursors],
    queryFn: async ({ signal }) => {
      const query = { limit: ORGANISATIONS_PER_PAGE, ...filters, ...cursorOf(cursors.at(-1) ?? null) };
      return { ...(await api.call(routes.listOrganisations, { params: { slug }, query, signal })), cursors };
    },
    placeholderData: keepPreviousData,
  });

export const organisationOf = (slug: string, id: string) =>
  queryOptions({
    queryKey: [...organisationsKey(slug), "one", id],
    queryFn: () => api.call(routes.getOrganisation, { params: { slug, id } }),
  });

const PAIRS = 20;
export const duplicatesQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...organisationsKey(slug), "duplicates"],
    queryFn: ({ pageParam }) =>
      api.call(routes.listDuplicates, { params: { slug }, query: { limit: PAIRS, ...cursorOf(pageParam) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const mergesQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...organisationsKey(slug), "merges"],
    queryFn: ({ pageParam }) =>
      api.call(routes.listMerges, { params: { slug }, query: { limit: PAIRS, ...cursorOf(pageParam) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** The visits of an organisation, expected against arrived. */
export const visitsOfOrganisation = (slug: string, id: string) =>
  queryOptions({
    queryKey: [...organisationsKey(slug), "visits", id],
    queryFn: () => api.call(routes.listVisits, { params: { slug }, query: { organisation: id } }),
  });
