import type { Kiosk } from "../load/entry-requests.ts";

export interface CrowdPlan {
  port: number;
  edition: string;
  /** What the screens show themselves with. */
  token: string;
  kiosks: Kiosk[];
}

export interface ShowPlan {
  /** Entries a second. */
  rate: number;
  /** Over so many zones, one after another. */
  zones: number;
  seconds: number;
}

export interface ShowResult {
  /** Milliseconds from sending an entry to its tick at a screen. */
  latency: { p50: number; p99: number; highest: number };
  /** Ticks that came, over all screens. */
  delivered: number;
  /** Of each different tick. */
  tickBytes: number[];
  /** A tick of ten changed zones, when there was one. */
  sampleTick: string;
  snapshotBytes: number;
}

/** `listen`: how many screens a tick comes to within so many seconds, until it has come to all. */
export type CrowdCommand = { plan: CrowdPlan } | { open: number } | { show: ShowPlan } | { listen: number };
export type CrowdAnswer = { done: ShowResult | number | undefined } | { failed: string };
