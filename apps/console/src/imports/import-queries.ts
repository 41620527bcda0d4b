import { routes, type ImportState, type ImportSummary, type RowOutcome } from "@abwab/contract";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

const IMPORTS_PER_PAGE = 20;
export const ROWS_PER_PAGE = 50;
/** While the service works its progress moves. */
const PROGRESS_MS = 500;

/** Everything of an edition's imports: what any change of them makes old. */
export const importsKey = (slug: string) => ["editions", slug, "imports"] as const;

/** Whether the service is at work on an import, so that its state will change by itself. */
export const isWorking = (state: ImportState): boolean => state === "reading" || state === "committing";

const cursorOf = (cursor: string | null) => (cursor === null ? {} : { cursor });

export const importsQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...importsKey(slug), "list"],
    queryFn: ({ pageParam }) =>
      api.call(routes.listImports, { params: { slug }, query: { limit: IMPORTS_PER_PAGE, ...cursorOf(pageParam) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((each) => isWorking(each.state))) ? PROGRESS_MS : false,
  });

export const importQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: [...importsKey(slug), "one", id],
    queryFn: () => api.call(routes.getImport, { params: { slug, id } }),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.state) ? PROGRESS_MS : false),
  });

/** One page of a preview. What was read differently, or decided, is another preview. */
export const importRowsQuery = (
  slug: string,
  { id, reading }: ImportSummary,
  outcome: RowOutcome,
  cursor: string | null,
) =>
  queryOptions({
    queryKey: [...importsKey(slug), "rows", id, reading, outcome, cursor],
    queryFn: ({ signal }) =>
      api.call(routes.listImportRows, {
        params: { slug, id },
        query: { limit: ROWS_PER_PAGE, outcome, ...cursorOf(cursor) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export const mappingsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...importsKey(slug), "mappings"],
    queryFn: () => listAll((query) => api.call(routes.listImportMappings, { params: { slug }, query })),
  });

const addressOf = (slug: string, id: string) => `/api/v1/editions/${encodeURIComponent(slug)}/imports/${id}`;
export const wrongRowsUrl = (slug: string, id: string, language: string): string =>
  `${addressOf(slug, id)}/wrong-rows?locale=${language}`;
export const importedPassesUrl = (slug: string, id: string): string => `${addressOf(slug, id)}/passes`;
