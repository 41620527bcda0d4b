import { type ExportState, routes } from "@abwab/contract";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "../app/api.ts";

const PAGE = 20;
/** While files are made their progress moves. */
const PROGRESS_MS = 1_000;

export const exportsKey = (slug: string) => ["editions", slug, "exports"] as const;

/** Whether its state will change by itself. */
export const isUnfinished = (state: ExportState): boolean => state === "waiting" || state === "running";

export const exportsQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: exportsKey(slug),
    queryFn: ({ pageParam }) =>
      api.call(routes.listExports, {
        params: { slug },
        query: { limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((each) => isUnfinished(each.state))) ? PROGRESS_MS : false,
  });

export const exportFileUrl = (slug: string, id: string): string =>
  `/api/v1/editions/${encodeURIComponent(slug)}/exports/${id}/file`;
