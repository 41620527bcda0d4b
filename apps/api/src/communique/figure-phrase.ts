import type { CommuniqueFigure, DocumentLocale, TracedFigure } from "@abwab/contract";
import { roundDown } from "@abwab/domain";
import { reportFormat } from "../reports/report-format.ts";
import { communiqueWords } from "./communique-words.ts";
import type { Noun } from "./words/words-of-communiques.ts";

export const nounOf: Readonly<Record<CommuniqueFigure, Noun>> = {
  "visits.total": "visits",
  "visits.weekend": "visits",
  "visits.pavilions": "pavilionVisits",
  "peak.visits": "visits",
  "schools.total": "schools",
  "schools.public": "publicSchools",
  "schools.private": "privateSchools",
  "schools.traditional": "traditionalSchools",
  "schools.quranic": "quranicSchools",
  "pupils.total": "pupils",
  "bodies.total": "bodies",
  "media.outlets": "outlets",
  "media.activities": "activities",
  "broadcast.views": "views",
  "pavilions.total": "pavilions",
  "spaces.total": "spaces",
  "spaces.area": "squareMetres",
  "seminars.total": "seminars",
};

type Told = Pick<TracedFigure, "value" | "qualifier">;

/** Figures with what is counted, in the plural of the language. */
export interface FigurePhrases {
  /** `more than 2.41 million visits`: large figures rounded down. */
  told(figure: Told, noun: Noun): string;
  /** `2,412,345 visits`: to the unit. */
  exact(figure: Told, noun: Noun): string;
}

export function figurePhrases(locale: DocumentLocale): FigurePhrases {
  const words = communiqueWords[locale];
  const rules = new Intl.PluralRules(locale);
  const { number } = reportFormat(locale);
  const qualified = (figure: string, qualifier: Told["qualifier"]): string =>
    qualifier === "exact" ? figure : words.qualifiers[qualifier](figure);
  const toTheUnit = (value: number, noun: Noun): string => {
    const forms = words.nouns[noun];
    const rule = rules.select(value);
    const form = forms[rule] ?? forms.other;
    return forms.numberWithin?.includes(rule) === true ? form : `${number(value)} ${form}`;
  };
  const exact = ({ value, qualifier }: Told, noun: Noun): string => qualified(toTheUnit(value, noun), qualifier);
  return {
    exact,
    told: (figure, noun) => {
      const { amount, isMore } = roundDown(figure.value);
      // Below a million nothing is rounded.
      if (amount < 1_000_000) return exact(figure, noun);
      const phrase = words.large(amount, words.nouns[noun]);
      // Of about something there is no saying that it is more.
      const qualifier = figure.qualifier === "exact" && isMore ? "over" : figure.qualifier;
      return qualified(phrase, qualifier);
    },
  };
}
