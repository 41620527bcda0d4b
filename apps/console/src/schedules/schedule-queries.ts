import { routes } from "@abwab/contract";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

const PAGE = 20;
/** What is sent goes, or fails, within seconds. */
const REFRESH_MS = 2_000;

export const schedulesQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "report-schedules"],
    queryFn: () => listAll((query) => api.call(routes.listReportSchedules, { params: { slug }, query })),
  });

export const sendingsQuery = (slug: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ["editions", slug, "report-sendings", id],
    queryFn: ({ pageParam }) =>
      api.call(routes.listReportSendings, {
        params: { slug, id },
        query: { limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: REFRESH_MS,
  });

export const mailQuery = queryOptions({ queryKey: ["mail"], queryFn: () => api.call(routes.mailStatus) });
