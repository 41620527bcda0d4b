import type { CommuniqueFigure, DocumentLocale, TracedFigure } from "@abwab/contract";
import type { DocumentData } from "../documents/document-request.ts";
import { reportHead } from "../reports/report-head.ts";
import { reportLanguage } from "../reports/report-language.ts";
import type { CommuniqueSubject } from "./communique-subject.ts";
import { communiqueWords } from "./communique-words.ts";
import { figurePhrases, nounOf } from "./figure-phrase.ts";
import { textField } from "./text-fields.ts";

/**
 * What the template of the press release shows: its first line is the title, an empty line ends a paragraph.
 *
 * @param told the figures that the text tells, for the table of where they are from
 */
export function communiqueDocument(
  text: string,
  told: ReadonlyMap<CommuniqueFigure, TracedFigure>,
  subject: CommuniqueSubject,
  locale: DocumentLocale,
): DocumentData {
  const words = communiqueWords[locale];
  const phrases = figurePhrases(locale);
  const [title = "", ...rest] = text.trim().split("\n");
  const language = reportLanguage(locale, subject.edition);
  const place = textField("edition.city", subject, locale).text ?? subject.edition.city;
  const date = language.time.dates(subject.date, subject.date);
  return {
    locale,
    words: words.document,
    edition: reportHead(subject.subject, language),
    dateline: `${place}${language.listSeparator}${date}`,
    date,
    title: title.trim(),
    paragraphs: rest
      .join("\n")
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim().split("\n"))
      .filter(([first]) => first !== undefined && first !== ""),
    figures: [...told].map(([key, figure]) => ({
      name: words.names[key],
      value: phrases.exact(figure, nounOf[key]),
      origin: originOf(figure, locale),
    })),
  };
}

function originOf({ origin, isLive, source }: TracedFigure, locale: DocumentLocale): string {
  const { origins } = communiqueWords[locale];
  if (origin === "published") return origins.published(source ?? "");
  if (origin === "entered") return origins.entered;
  return isLive ? origins.live : origins.counted;
}
