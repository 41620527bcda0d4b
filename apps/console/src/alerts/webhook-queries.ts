import { routes } from "@abwab/contract";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

const PAGE = 20;
/** What is sent arrives, or fails, within seconds. */
export const WEBHOOK_REFRESH_MS = 2_000;

export const webhooksQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "webhooks"],
    queryFn: () => listAll((query) => api.call(routes.listWebhooks, { params: { slug }, query })),
  });

export const deliveriesQuery = (slug: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ["editions", slug, "webhook-deliveries", id],
    queryFn: ({ pageParam }) =>
      api.call(routes.listWebhookDeliveries, {
        params: { slug, id },
        query: { limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: WEBHOOK_REFRESH_MS,
  });
