/** The crossing in question. */
export interface Attempt {
  /** ms since the epoch. */
  at: number;
  /** The edition's local day, `YYYY-MM-DD`, and hour, `HH:MM`, of `at`. */
  day: string;
  hour: string;
  direction: "in" | "out";
  headcount: number;
  category: string;
}
