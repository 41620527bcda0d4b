import { routes, type Edition } from "@abwab/contract";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

export const editionsQuery = queryOptions({
  queryKey: ["editions"],
  queryFn: () => listAll((query) => api.call(routes.listEditions, { query })),
});

export const zonesQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "zones"],
    queryFn: () => listAll((query) => api.call(routes.listZones, { params: { slug }, query })),
  });

export const checkpointsQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "checkpoints"],
    queryFn: () => listAll((query) => api.call(routes.listCheckpoints, { params: { slug }, query })),
  });

export const useEditions = () => useQuery(editionsQuery);
export const useZones = (slug: string) => useQuery(zonesQuery(slug));
export const useCheckpoints = (slug: string) => useQuery(checkpointsQuery(slug));

/** The edition that `slug` names, from the list that every page reads. */
export function useEdition(slug: string): Edition | undefined {
  return useEditions().data?.find((edition) => edition.slug === slug);
}
