import { routes } from "@abwab/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../app/api.ts";

const REFRESH_MS = 30_000;

/** @param day the whole edition when left out */
export const attendanceQuery = (slug: string, day?: string) =>
  queryOptions({
    queryKey: ["editions", slug, "attendance", day ?? "edition"],
    queryFn: ({ signal }) =>
      api.call(routes.attendance, { params: { slug }, query: day === undefined ? {} : { day }, signal }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
