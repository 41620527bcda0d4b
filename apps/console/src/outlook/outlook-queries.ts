import { routes } from "@abwab/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../app/api.ts";

const REFRESH_MS = 10_000;

/** @param day the day shown when left out */
export const outlookQuery = (slug: string, day?: string) =>
  queryOptions({
    queryKey: ["editions", slug, "outlook", day ?? "current"],
    queryFn: ({ signal }) =>
      api.call(routes.outlook, { params: { slug }, query: day === undefined ? {} : { day }, signal }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
