import { routes, type PassQuery } from "@abwab/contract";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../app/api.ts";

const PAGE = 50;
/** While a batch is being made its progress moves. */
const PROGRESS_MS = 1_000;

/** Everything of an edition's passes: what any change of them makes old. */
export const passesKey = (slug: string) => ["editions", slug, "passes"] as const;

export type PassFilters = Partial<Pick<PassQuery, "kind" | "state" | "batch" | "organisation" | "search">>;

const cursorOf = (pageParam: string | null) => (pageParam === null ? {} : { cursor: pageParam });

export const passesQuery = (slug: string, filters: PassFilters) =>
  infiniteQueryOptions({
    queryKey: [...passesKey(slug), "list", filters],
    queryFn: ({ pageParam }) =>
      api.call(routes.listPasses, { params: { slug }, query: { limit: PAGE, ...filters, ...cursorOf(pageParam) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const passQuery = (slug: string, code: string) =>
  queryOptions({
    queryKey: [...passesKey(slug), "one", code],
    queryFn: () => api.call(routes.getPass, { params: { slug, code } }),
  });

export const batchesQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...passesKey(slug), "batches"],
    queryFn: ({ pageParam }) =>
      api.call(routes.listPassBatches, { params: { slug }, query: { limit: PAGE, ...cursorOf(pageParam) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((batch) => batch.state === "running")) ? PROGRESS_MS : false,
  });

export const keysQuery = (slug: string) =>
  queryOptions({
    queryKey: [...passesKey(slug), "keys"],
    queryFn: () => api.call(routes.listPassKeys, { params: { slug }, query: {} }),
  });

/** Where the PDF of a pass or of a part of a batch is. */
export const passPrintUrl = (slug: string, code: string, language: string): string =>
  `/api/v1/editions/${encodeURIComponent(slug)}/passes/${code}/print?locale=${language}`;
export const batchPrintUrl = (slug: string, id: string, part: number, language: string): string =>
  `/api/v1/editions/${encodeURIComponent(slug)}/pass-batches/${id}/print?part=${part}&locale=${language}`;
