import type { ZoneKind } from "@abwab/contract";

/** What reports say, in one language: plain texts for the templates, and sentences that take figures in. */
export interface ReportWords {
  texts: Readonly<
    Record<
      | "dayTitle"
      | "editionTitle"
      | "hours"
      | "visits"
      | "pavilionVisits"
      | "peak"
      | "busiestDay"
      | "days"
      | "day"
      | "status"
      | "change"
      | "peakShort"
      | "noEntriesYet"
      | "curve"
      | "curveHint"
      | "noCurve"
      | "noEntries"
      | "categories"
      | "category"
      | "staffApart"
      | "pavilions"
      | "otherSpaces"
      | "space"
      | "code"
      | "entered"
      | "exited"
      | "share"
      | "total"
      | "corrections"
      | "correction"
      | "count"
      | "toEntered"
      | "toExited"
      | "voids"
      | "adjustments"
      | "recounts"
      | "published"
      | "publishedHint"
      | "metric"
      | "value"
      | "source"
      | "definitions"
      | "page"
      | "of"
      | "settled"
      | "live"
      | "partlySettled"
      | "rehearsal"
      | "rehearsalHint",
      string
    >
  >;
  definitions: readonly { name: string; text: string }[];
  hoursFromTo: (from: string, to: string) => string;
  settledBy: (person: string, moment: string) => string;
  revision: (revision: string, version: string) => string;
  since: (visits: string, pavilionVisits: string) => string;
  nothingSince: string;
  asOf: (moment: string, version: string) => string;
  devices: (devices: string, silent: string, pending: string) => string;
  /** Which pavilions most and fewest entered. */
  busiest: (name: string, entered: string) => string;
  quietest: (name: string, entered: string) => string;
  peakIn: (from: string, to: string) => string;
  settledDays: (settled: string, days: string) => string;
  kinds: Readonly<Record<ZoneKind, string>>;
  metrics: Readonly<Record<string, string>>;
  qualifiers: Readonly<Record<"exact" | "about" | "over", (value: string) => string>>;
}
