import { routes } from "@abwab/contract";
import { queryOptions } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";

export const invitationsQuery = queryOptions({
  queryKey: ["invitations"],
  queryFn: () => listAll((query) => api.call(routes.listInvitations, { query })),
});

export const policyQuery = queryOptions({
  queryKey: ["account-policy"],
  queryFn: () => api.call(routes.accountPolicy),
});

/** Where a link leads; what it carries stands behind the `#`, which is sent to no server. */
export const linkOf = (token: string): string => `${location.origin}/console/invitation#${token}`;
