/** One crossing of the pass at this zone that stands, that is, was not voided. */
export interface PassCrossing {
  direction: "in" | "out";
  headcount: number;
  /** ms since the epoch. */
  at: number;
  /** The edition's local day, `YYYY-MM-DD`. */
  day: string;
}

/** What is known of a pass and of the zone when someone asks to come in. */
export interface AdmissionHistory {
  /**
   * All the pass's crossings at this zone that are known, in any order, whatever their time: clocks differ, and
   * `decide` says which of them count.
   */
  crossings: readonly PassCrossing[];
  /** How many are inside the zone; null where that isn't counted or can't be known here. */
  inside: number | null;
}
