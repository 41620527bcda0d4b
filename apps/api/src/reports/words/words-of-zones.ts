import type { DwellGap } from "@abwab/domain";
import type { OrganisationType } from "@abwab/contract";

/** What the report of one zone says beside the words of every report. */
export interface ZoneReportWords {
  texts: Readonly<
    Record<
      | "pavilionTitle"
      | "spaceTitle"
      | "zoneVisits"
      | "shareOfPavilions"
      | "rank"
      | "mostInside"
      | "stay"
      | "zoneCurves"
      | "zoneCurvesHint"
      | "zoneCategories"
      | "courseMissing"
      | "groups"
      | "groupsHint"
      | "organisationType"
      | "organisations"
      | "people"
      | "programme"
      | "programmeHint"
      | "when"
      | "activity"
      | "expected"
      | "attended"
      | "counted"
      | "listedCorrections"
      | "effect"
      | "who"
      | "reason",
      string
    >
  >;
  definitions: readonly { name: string; text: string }[];
  capacity: (people: string) => string;
  area: (squareMetres: string) => string;
  rankOf: (rank: string, of: string) => string;
  at: (hour: string) => string;
  onDay: (day: string, hours: string) => string;
  minutes: (count: string) => string;
  gaps: Readonly<Record<DwellGap, string>>;
  since: (visits: string) => string;
  types: Readonly<Record<OrganisationType, string>>;
  /** Those that are not listed. */
  more: (count: string) => string;
  /** Days whose curve is not drawn. */
  otherCurves: (count: string) => string;
  void: (effect: string) => string;
  adjustment: (effect: string) => string;
  recount: (inside: string) => string;
  entered: (change: string) => string;
  exited: (change: string) => string;
}
