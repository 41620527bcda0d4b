import { ApiProblem } from "@abwab/api-client";
import { hasRole, routes, type Role, type Scope, type SignedIn, type User } from "@abwab/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, use } from "react";
import { useParams } from "react-router";
import { api } from "../app/api.ts";
import { SESSION_KEY } from "../app/query-client.ts";

/** Who is signed in, and whether they have to set up a second factor before anything else. */
export type Session = User & { secondFactorMissing?: true; scope?: Scope };

export const sessionOf = ({ user, secondFactorMissing, scope }: SignedIn): Session => ({
  ...user,
  ...(secondFactorMissing && { secondFactorMissing }),
  ...(scope && { scope }),
});

/** Who is signed in; null when nobody is. */
export function useSessionQuery() {
  return useQuery<Session | null>({
    queryKey: SESSION_KEY,
    queryFn: async ({ signal }) => {
      try {
        return sessionOf(await api.call(routes.me, { signal }));
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 60_000,
    retry: true,
    retryDelay: 3_000,
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.call(routes.signOut),
    onSuccess: () => {
      // Whoever shows the session is told first; what else was read is nobody's any more.
      client.setQueryData(SESSION_KEY, null);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
      client.getMutationCache().clear();
    },
  });
}

export const SessionContext = createContext<Session | null>(null);

/** The person signed in; only below `RequireSession`. */
export function useUser(): Session {
  const user = use(SessionContext);
  if (user === null) throw new Error("useUser outside a session");
  return user;
}

/** Whether the person signed in has the role or one above it. */
export const useMay = (needed: Role): boolean => hasRole(useUser().role, needed);

/** Whether the person signed in sees only some zones of this edition; without one, whether they are bound to any. */
export function useIsBound(slug: string | undefined): boolean {
  const { scope } = useUser();
  if (scope === undefined) return false;
  return slug === undefined || scope.some(({ edition, zones }) => edition === slug && zones !== null);
}

/** The same as `useMay`, for what concerns the whole edition that the page is about, or more than one. */
export function useMayWhole(needed: Role): boolean {
  const isBound = useIsBound(useParams()["slug"]);
  return useMay(needed) && !isBound;
}
