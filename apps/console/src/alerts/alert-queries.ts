import { type Alert, type AlertNotice, routes } from "@abwab/contract";
import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

const PAGE = 50;
/** Where no live connection brings alerts, the badge is this old at most. */
const REFRESH_MS = 10_000;

const alertsKey = (slug: string) => ["editions", slug, "alerts"] as const;

/** Open ones and those that somebody looks after, the latest first. */
export const unresolvedAlertsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...alertsKey(slug), "unresolved"],
    queryFn: () =>
      listAll((query) => api.call(routes.listAlerts, { params: { slug }, query: { ...query, state: "unresolved" } })),
    refetchInterval: REFRESH_MS,
  });

export const pastAlertsQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...alertsKey(slug), "resolved"],
    queryFn: ({ pageParam }) =>
      api.call(routes.listAlerts, {
        params: { slug },
        query: { limit: PAGE, state: "resolved", ...(pageParam !== null && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const alertRulesQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "alert-rules"],
    queryFn: () => listAll((query) => api.call(routes.listAlertRules, { params: { slug }, query })),
  });

/** Puts what was heard, or answered, of an alert into the lists. */
export function takeAlert(client: QueryClient, slug: string, alert: Alert): void {
  client.setQueryData(unresolvedAlertsQuery(slug).queryKey, (known) => known && withAlert(known, alert));
  if (alert.state === "resolved") {
    void client.invalidateQueries({ queryKey: pastAlertsQuery(slug).queryKey });
  }
}

export const takeAlertNotice = (client: QueryClient, slug: string, { alert }: AlertNotice): void =>
  takeAlert(client, slug, alert);

/** After a pause of the connection: what happened meanwhile was told to nobody here. */
export const refreshAlerts = (client: QueryClient, slug: string): void =>
  void client.invalidateQueries({ queryKey: alertsKey(slug) });

/** The list of the unresolved with the alert as it is now. */
export function withAlert(known: readonly Alert[], alert: Alert): Alert[] {
  if (alert.state === "resolved") return known.filter(({ id }) => id !== alert.id);
  if (known.some(({ id }) => id === alert.id)) return known.map((each) => (each.id === alert.id ? alert : each));
  return [alert, ...known].toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
}
