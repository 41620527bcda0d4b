import type { Page } from "@abwab/contract";
import { type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

const AT_ONCE = 500;

/** A list that comes page by page, and how all of it is read. */
export interface PagedList<Row> {
  /** Begins with the list's own key, so that a change makes it old too. */
  key: QueryKey;
  /** Whether there are rows beside those shown. */
  hasMore: boolean;
  read: (query: { limit: number; cursor?: string }, signal: AbortSignal) => Promise<Page<Row>>;
}

export interface WholeList<Row> {
  rows: readonly Row[] | undefined;
  isReading: boolean;
  /** How many were read so far. */
  count: number;
  error: Error | null;
  /** All rows, once they are read; nothing when that was stopped. */
  fetch: () => Promise<readonly Row[] | undefined>;
  stop: () => void;
}

/** All rows of a list, read by its cursors as soon as they are `needed`, with how far that has come. */
export function useWholeList<Row>(list: PagedList<Row> | undefined, needed: boolean): WholeList<Row> {
  const client = useQueryClient();
  const [count, setCount] = useState(0);
  const queryKey = [...(list?.key ?? ["no list"]), "whole"];
  const options = {
    queryKey,
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      setCount(0);
      const rows: Row[] = [];
      let cursor: string | null = null;
      do {
        if (list === undefined) break;
        const page: Page<Row> = await list.read({ limit: AT_ONCE, ...(cursor === null ? {} : { cursor }) }, signal);
        rows.push(...page.items);
        setCount(rows.length);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return rows;
    },
  };
  const whole = useQuery({ ...options, enabled: needed && list !== undefined, staleTime: 60_000 });
  const stop = () => void client.cancelQueries({ queryKey, exact: true });
  return {
    rows: needed ? whole.data : undefined,
    isReading: whole.isFetching,
    count,
    error: whole.error,
    fetch: async () => {
      try {
        return await client.fetchQuery(options);
      } catch (error) {
        // Stopped by whoever asked, or failed: then the query says so itself.
        if (error instanceof Error) return undefined;
        throw error;
      }
    },
    stop,
  };
}
