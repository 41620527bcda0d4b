import { routes } from "@abwab/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../app/api.ts";

const REFRESH_MS = 5_000;

export const daysQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "days"],
    queryFn: async () => (await api.call(routes.listDays, { params: { slug } })).items,
    refetchInterval: REFRESH_MS,
  });
