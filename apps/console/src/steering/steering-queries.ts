import { routes } from "@abwab/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../app/api.ts";

/** Who has what is asked this often while somebody looks: acknowledgements come from every server. */
const ASK_EVERY_MS = 1_500;
const STEADY = { refetchInterval: ASK_EVERY_MS, staleTime: 0 } as const;

export const holdQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "hold"],
    queryFn: async () => (await api.call(routes.getSiteHold, { params: { slug } })).hold,
    ...STEADY,
  });

export const acknowledgementsQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "acknowledgements"],
    queryFn: async () => (await api.call(routes.listAcknowledgements, { params: { slug } })).items,
    ...STEADY,
  });

const MOST_SHOWN = 30;
export const broadcastsQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "broadcasts"],
    queryFn: async () =>
      (await api.call(routes.listBroadcasts, { params: { slug }, query: { limit: MOST_SHOWN } })).items,
    ...STEADY,
  });

export const receiptsQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ["editions", slug, "broadcasts", id, "receipts"],
    queryFn: async () => (await api.call(routes.listBroadcastReceipts, { params: { slug, id } })).items,
    ...STEADY,
  });

/** The figures of a past moment: those of one minute never differ much, and are asked for once. */
export const earlierQuery = (slug: string, moment: number) =>
  queryOptions({
    queryKey: ["editions", slug, "counts-at", moment],
    queryFn: () => api.call(routes.countsAt, { params: { slug }, query: { moment: new Date(moment).toISOString() } }),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
