import type { Spread } from "../statistics.ts";

/** One figure of the table: what was measured, against what it is to reach. */
export interface Figure {
  /** Its number in the table of figures. */
  number: string;
  name: string;
  measured: Spread;
  unit: "×" | "ms" | "KB" | "sockets";
  /** How much it is to reach at least, and to aim for. */
  atLeast: number;
  aimFor: number;
  better: "higher" | "lower";
}

export interface Table {
  caption: string;
  columns: string[];
  rows: string[][];
}

export interface AreaResult {
  figures: Figure[];
  /** Sentences that say exactly what was compared. */
  method: string;
  tables: Table[];
}

export type Verdict = "yes, and the aim" | "yes" | "no" | "not measured";

export function verdictOf({ measured, atLeast, aimFor, better }: Figure): Verdict {
  if (!Number.isFinite(measured.median)) return "not measured";
  const isReached = (bound: number): boolean =>
    better === "higher" ? measured.median >= bound : measured.median <= bound;
  if (isReached(aimFor)) return "yes, and the aim";
  return isReached(atLeast) ? "yes" : "no";
}
