import type { Kiosk } from "./entry-requests.ts";

export interface LoadPlan {
  port: number;
  kiosks: Kiosk[];
  connections: number;
  itemsPerRequest: number;
  warmUpSeconds: number;
  seconds: number;
  /** Every entry names this checkpoint instead of its kiosk's own. */
  namedCheckpoint?: string;
  /** Every entry shows one of so many passes; without it none. */
  passes?: number;
  /** Open loop: requests a second, whether or not answers come. Without it each connection waits for its answer. */
  rate?: number;
  /** In an open loop, what finds every connection busy is given up instead of waiting its turn. */
  givesUpWhenBusy?: boolean;
}

export interface LoadResult {
  seconds: number;
  /** Answers in the measured time, by HTTP status. */
  statuses: Record<string, number>;
  /** Answers 429 or 503 that said when to come again. */
  withRetryAfter: number;
  /** In an open loop: requests that found no connection free, or whose answer did not come in time. */
  notSent: number;
  unanswered: number;
  /** Entries acknowledged in the measured time. */
  entries: number;
  /** Entries acknowledged since the load began: what the ledger must hold. */
  entriesInAll: number;
  /** Milliseconds, in an open loop from when the request was due. */
  latency: { p50: number; p90: number; p99: number; highest: number };
  /** The load's own use of the processor, in seconds. */
  processorSeconds: number;
}

/** Where the measured time begins and ends. */
export type Edge = "from" | "to";
export type LoadMessage = { edge: Edge } | { result: LoadResult };
