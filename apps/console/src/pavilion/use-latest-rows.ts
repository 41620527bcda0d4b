import { routes, type Edition } from "@abwab/contract";
import { addDays, createCalendar } from "@abwab/domain";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../app/api.ts";
import { noRows, readLatest, type LatestRows } from "./latest-rows.ts";

export const ledgerWindows = ["ten", "hour", "day"] as const;
export type LedgerWindow = (typeof ledgerWindows)[number];

const REFRESH_MS = 5_000;
const PAGE = 2_000;
const MINUTE = 60_000;

export const ledgerKey = (slug: string, zone: string) => ["editions", slug, "ledger", zone];

/** Which crossings are asked for: the last minutes, or all of the day that the live figures speak of. */
function spanOf(edition: Edition, window: LedgerWindow, day: string, now: number) {
  const iso = (instant: number) => new Date(instant).toISOString();
  if (window === "ten") return { from: iso(now - 10 * MINUTE) };
  if (window === "hour") return { from: iso(now - 60 * MINUTE) };
  const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
  return { from: iso(calendar.startOf(day)), to: iso(calendar.startOf(addDays(day, 1))) };
}

/** The latest rows of a zone's ledger, followed as they come. */
export function useLatestRows(edition: Edition, zone: string, window: LedgerWindow, day: string) {
  const client = useQueryClient();
  const queryKey = [...ledgerKey(edition.slug, zone), window, day];
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      const span = spanOf(edition, window, day, Date.now());
      const read = (from: { after: number; cursor?: string }) =>
        api.call(routes.listEntries, {
          params: { slug: edition.slug },
          query: { zone, limit: PAGE, ...span, ...from },
          signal,
        });
      return readLatest(client.getQueryData<LatestRows>(queryKey) ?? noRows, read);
    },
    refetchInterval: ({ state }) => (state.data?.isComplete === false ? 500 : REFRESH_MS),
    // Read from the start again when it is shown again: what is kept would age.
    gcTime: 0,
  });
}
