import { routes, type FloorPlan } from "@abwab/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../app/api.ts";

const REFRESH_MS = 30_000;

export const planQuery = (slug: string) =>
  queryOptions({
    queryKey: ["editions", slug, "floor-plan"],
    queryFn: ({ signal }) => api.call(routes.getFloorPlan, { params: { slug }, signal }),
    refetchInterval: REFRESH_MS,
  });

/** Where the picture behind the plan is; another one when the picture is another. */
export function backgroundAddress(slug: string, { background }: FloorPlan): string | undefined {
  if (background === null) return undefined;
  const path = routes.getPlanBackground.path.replace(":slug", encodeURIComponent(slug));
  return `${path}?digest=${encodeURIComponent(background.digest)}`;
}
