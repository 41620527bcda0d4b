import { routes } from "@abwab/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../app/api.ts";

const REFRESH_MS = 30_000;

export const reachQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "reach"],
    queryFn: () => api.call(routes.getReach, { params: { slug } }),
    refetchInterval: REFRESH_MS,
  });
