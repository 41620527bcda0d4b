import type { CommuniqueFigure, CommuniqueText, FigureOrigin } from "@abwab/contract";

/** Forms of a noun by `Intl.PluralRules`; `other` serves for those that a language does not tell apart. */
export type NounForms = Partial<Record<Intl.LDMLPluralRule, string>> & {
  other: string;
  /** Whether the form says its number itself: Arabic's one and two. */
  numberWithin?: readonly Intl.LDMLPluralRule[];
};

export type Noun =
  | "visits"
  | "pavilionVisits"
  | "schools"
  | "publicSchools"
  | "privateSchools"
  | "traditionalSchools"
  | "quranicSchools"
  | "pupils"
  | "bodies"
  | "outlets"
  | "activities"
  | "views"
  | "pavilions"
  | "spaces"
  | "squareMetres"
  | "seminars"
  | "days";

export interface RecordWords {
  /** "about 1.1 million visits". */
  difference: string;
  /** "about 1.3 million visits". */
  base: string;
  /** Of the edition it was published of; null where it isn't one of Abwab's. */
  edition: string | null;
  source: string;
}

/** What a press release says in one language. Figures come in ready to stand after a preposition or as an object. */
export interface CommuniqueWords {
  nouns: Readonly<Record<Noun, NounForms>>;
  /** A rounded figure from a million on, with what is counted: "2.4 million visits". */
  large: (amount: number, noun: NounForms) => string;
  qualifiers: Readonly<Record<"about" | "over", (figure: string) => string>>;
  names: Readonly<Record<CommuniqueFigure | CommuniqueText, string>>;
  /** How a field is named that was asked for by one origin. */
  byOrigin: Readonly<Record<FigureOrigin, (name: string) => string>>;
  exactly: (name: string) => string;
  missing: (name: string) => string;
  claims: Readonly<Record<"record" | "above" | "none", (words: RecordWords) => string>>;
  state: {
    allSettled: (days: string) => string;
    someSettled: (settled: string, days: string, moment: string) => string;
    nothingCounted: string;
    noneSettled: (moment: string) => string;
    rehearsal: string;
  };
  sources: {
    counted: (names: string) => string;
    entered: (names: string) => string;
    published: (names: string, source: string) => string;
  };
  document: Readonly<Record<"title" | "figure" | "value" | "origin" | "figures" | "page" | "of", string>>;
  origins: Readonly<Record<"counted" | "live" | "entered" | "none", string>> & {
    published: (source: string) => string;
  };
  /** What a language asks for where a figure meets the words before it. */
  polish?: (text: string) => string;
  /** The template that Abwab brings. */
  template: string;
}
