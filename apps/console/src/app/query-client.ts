import { ApiProblem } from "@abwab/api-client";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";

/** Where `me` is kept; null once nobody is signed in. */
export const SESSION_KEY = ["session"] as const;

/** An answer that the session is over, wherever it comes from, ends it on screen too. */
export function createQueryClient(): QueryClient {
  const endSession = (error: unknown) => {
    if (error instanceof ApiProblem && error.code === "unauthenticated") client.setQueryData(SESSION_KEY, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: endSession }),
    mutationCache: new MutationCache({ onError: endSession }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A refusal stays a refusal; only a lost connection or a busy server is worth asking again.
        retry: (failures, error) => failures < 3 && !(error instanceof ApiProblem && error.status < 500),
      },
    },
  });
  return client;
}
