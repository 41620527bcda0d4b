import { ApiProblem } from "@abwab/api-client";
import { hasRole, routes, type Role, type SignedIn, type User } from "@abwab/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, use } from "react";
import { api } from "../app/api.ts";
import { SESSION_KEY } from "../app/query-client.ts";

/** Who is signed in, and whether they have to set up a second factor before anything else. */
export type Session = User & { secondFactorMissing?: true };

export const sessionOf = ({ user, secondFactorMissing }: SignedIn): Session => ({
  ...user,
  ...(secondFactorMissing && { secondFactorMissing }),
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

export const SessionContext = createContext<User | null>(null);

/** The person signed in; only below `RequireSession`. */
export function useUser(): User {
  const user = use(SessionContext);
  if (user === null) throw new Error("useUser outside a session");
  return user;
}

/** Whether the person signed in has the role or one above it. */
export const useMay = (needed: Role): boolean => hasRole(useUser().role, needed);
