/** Reading and writing routes from components, with one cache. */
import type { Reply, RouteKey } from "@yigou/backend/contract";
import {
  QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query";

import { call } from "./api";
import type { CallInput } from "./api";
import type { Refused } from "./refused";
import { asRefused } from "./refused";

/** The cache of this tab; emptied at logout so that the next login sees nothing of the last. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && isPassing(asRefused(error)),
    },
  },
});

/** Refusals that may be gone a moment later. */
function isPassing(refused: Refused): boolean {
  return refused.code === "unreachable" || refused.status >= 502;
}

/** A read of a route; a changed input keeps the old figures until the new ones are there. */
export function useRead<K extends RouteKey>(
  key: K,
  input: CallInput<K>,
  enabled = true,
): UseQueryResult<Reply<K>> {
  return useQuery({
    queryKey: [key, input],
    queryFn: ({ signal }) => call(key, input, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/**
 * A write to a route; afterwards everything that could show it is read anew.
 *
 * NOTE: nothing waits for that reading: a caller's own `onSuccess` comes only after this one, and is lost
 * once its component is gone, as that of the last row of a list is when the list is empty.
 */
export function useWrite<K extends RouteKey>(
  key: K,
): UseMutationResult<Reply<K>, Error, CallInput<K>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<K>) => call(key, input),
    onSuccess: () => {
      void client.invalidateQueries();
    },
  });
}
