import { routes } from "@abwab/contract";
import { queryOptions } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

export const staffQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "operators"],
    queryFn: () => listAll((query) => api.call(routes.listOperators, { params: { slug }, query })),
  });
