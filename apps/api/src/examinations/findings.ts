/** What moved at a zone in a quarter of an hour, everyone; moments are summed in seconds since the day began. */
export interface FoundQuarter {
  zone: string;
  /** ms since the epoch. */
  at: number;
  entered: number;
  exited: number;
  enteredSeconds: number;
  exitedSeconds: number;
}

/** The most that were inside a zone at the end of a minute. */
export interface FoundPeak {
  zone: string;
  /** ms since the epoch. */
  at: number;
  inside: number;
}

/** So many entries of the ledger, and the people of them. */
export interface Amount {
  entries: number;
  people: number;
}

/** How the day was counted; each entry is in one of the first four. */
export interface CountingMethod {
  /** A pass was read or its code typed. */
  scanned: Amount;
  /** Tallied on a device, one at a time. */
  tapped: Amount;
  /** Tallied on a device, several at a time. */
  headcounts: Amount;
  /** Sent by another system through the programming interface. */
  otherSystems: Amount;
  /** Of them those who said where they come from. */
  asked: Amount;
  devices: number;
  checkpoints: number;
}

/** What an auditor asks of how a day's entries came. */
export interface DayCompleteness {
  /** Received after the day's end. */
  afterCutOff: Amount;
  /** Received more than a quarter of an hour after they happened, the same day. */
  late: Amount;
  /** Placed by the corrected time of a device's clock. */
  clockCorrected: Amount;
  outsideHours: Amount;
  overCapacity: Amount;
  duplicatePass: Amount;
  revokedPass: Amount;
  unknownPass: Amount;
  /** Asks that were refused, which are no entries. */
  refused: number;
}

/** Passes at the site's gates, by category; voided entries and staff's own category are among the rest of the ledger. */
export interface PassFigures {
  category: string;
  /** Passes of one person, each once. */
  individuals: number;
  /** People of group passes. */
  groups: number;
  /** People of all entries with a pass that the edition knows. */
  withPass: number;
}

/** What the ledger says of a settled day at its version beyond its figures. */
export interface Findings {
  quarters: FoundQuarter[];
  peaks: FoundPeak[];
  method: CountingMethod;
  completeness: DayCompleteness;
  /** Of each day that was settled by then, at its revision then in force. */
  attendance: (PassFigures & { day: string })[];
  /** Of all these days together: passes of one person once, group passes by their largest day. */
  visitors: Omit<PassFigures, "withPass">[];
}
