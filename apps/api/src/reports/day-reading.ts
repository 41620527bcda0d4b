import type { SettledFigure } from "@abwab/contract";

/** What moved at a zone of the site in a quarter of an hour, without staff; `at` in seconds since the epoch. */
export interface Quarter {
  zone: string;
  at: number;
  entered: number;
  exited: number;
}

/** Rows of the ledger of one sort that are no entries; of a settled day those up to its version. */
export interface Correction {
  kind: "void" | "adjustment" | "anchor";
  /** An anchor without an author is the day's own reset, which corrects nothing. */
  byPerson: boolean;
  /** null of an anchor. */
  direction: "in" | "out" | null;
  count: number;
  /** Signed; of anchors without meaning. */
  headcount: number;
}

/** The revision in force of a day that a person has closed (C5). */
export interface Settlement {
  revision: number;
  version: number;
  /** ms since the epoch. */
  settledAt: number;
  settledBy: string;
  figures: SettledFigure[];
}

/** A day as the database has it. */
export interface DayReading {
  date: string;
  settled: Settlement | null;
  /** Live. */
  figures: SettledFigure[];
  /** Of the settled revision where there is one; null where it was settled before curves were kept. */
  quarters: Quarter[] | null;
  corrections: Correction[];
}
