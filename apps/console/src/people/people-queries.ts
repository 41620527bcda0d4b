import { routes } from "@abwab/contract";
import { queryOptions } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: () => listAll((query) => api.call(routes.listPeople, { query })),
});

export const tokensQuery = queryOptions({
  queryKey: ["api-tokens"],
  queryFn: () => listAll((query) => api.call(routes.listApiTokens, { query })),
});
