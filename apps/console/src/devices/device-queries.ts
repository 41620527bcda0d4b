import { routes, type Edition } from "@abwab/contract";
import { createCalendar, isWithin, openIntervals } from "@abwab/domain";
import { queryOptions } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

const REFRESH_MS = 5_000;

export const devicesQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "devices"],
    queryFn: () => listAll((query) => api.call(routes.listDevices, { params: { slug }, query })),
    refetchInterval: REFRESH_MS,
  });

/** Whether the edition is within its opening hours at `now`. */
export const isOpen = (edition: Edition, now: number): boolean =>
  isWithin(openIntervals(createCalendar(edition.timeZone, edition.dayCutoff), edition.days), now);
