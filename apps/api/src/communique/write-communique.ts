import {
  type AskedFigure,
  askedFigures,
  type CommuniqueField,
  type CommuniqueFigure,
  communiqueFigures,
  type CommuniqueText,
  communiqueTexts,
  type DocumentLocale,
  type TracedFigure,
} from "@abwab/contract";
import type { TemplatePart } from "@abwab/domain";
import { type CommuniqueSubject, type Said, said, unsaid } from "./communique-subject.ts";
import { communiqueWords } from "./communique-words.ts";
import { figurePhrases, nounOf } from "./figure-phrase.ts";
import { sourcesParagraph, textField } from "./text-fields.ts";

const isText = (field: string): field is CommuniqueText => communiqueTexts.some((each) => each === field);

export interface WrittenCommunique {
  text: string;
  /** Fields of the text without anything to say, in its order, each once. */
  missing: string[];
}

/** Writes a checked template out with what is known. What is missing is said in its place, never left blank. */
export function writeCommunique(
  parts: readonly TemplatePart[],
  subject: CommuniqueSubject,
  locale: DocumentLocale,
): WrittenCommunique {
  const missing = new Set<string>();
  const told = toldFigures(parts, subject);
  const texts = parts.map((part) => {
    if ("text" in part) return part.text;
    const { text } = sayField(part.field, subject, locale, told);
    if (text !== null) return text;
    missing.add(part.field);
    return communiqueWords[locale].missing(nameOf(part.field, locale));
  });
  const { polish = (text: string) => text } = communiqueWords[locale];
  return { text: polish(texts.join("")), missing: [...missing] };
}

/** Every field with what it says now, for whoever writes the template. */
export function communiqueFields(
  parts: readonly TemplatePart[],
  subject: CommuniqueSubject,
  locale: DocumentLocale,
): CommuniqueField[] {
  const told = toldFigures(parts, subject);
  return [...communiqueFigures, ...communiqueTexts].map((field) => ({
    field,
    names: { ar: nameOf(field, "ar"), fr: nameOf(field, "fr"), en: nameOf(field, "en") },
    ...sayField(field, subject, locale, told),
    figures: isText(field) ? [] : (subject.figures.get(field)?.figures ?? []),
  }));
}

/** How a field is called in a language, with the origin it asks for. */
export function nameOf(field: string, locale: DocumentLocale): string {
  const { names, byOrigin, exactly } = communiqueWords[locale];
  if (isText(field)) return names[field];
  const asked = askedFigures.get(field);
  if (asked === undefined) return field;
  const name = asked.origin === null ? names[asked.key] : byOrigin[asked.origin](names[asked.key]);
  return asked.isExact ? exactly(name) : name;
}

function sayField(
  field: string,
  subject: CommuniqueSubject,
  locale: DocumentLocale,
  told: ReadonlyMap<CommuniqueFigure, TracedFigure>,
): Said {
  if (isText(field)) {
    if (field !== "figures.sources") return textField(field, subject, locale);
    const paragraph = sourcesParagraph(told, locale);
    return paragraph === "" ? unsaid("not_counted") : said(paragraph);
  }
  const asked = askedFigures.get(field);
  const figure = asked && figureOf(asked, subject);
  if (asked === undefined || figure === undefined) return unsaid(reasonOf(asked, subject));
  const phrases = figurePhrases(locale);
  const noun = nounOf[asked.key];
  return said(asked.isExact ? phrases.exact(figure, noun) : phrases.told(figure, noun));
}

function reasonOf(asked: AskedFigure | undefined, { figures }: CommuniqueSubject) {
  if (asked?.origin === "published") return "not_published";
  if (asked?.origin === "counted") return "not_counted";
  return (asked && figures.get(asked.key)?.missing) ?? "not_published";
}

function figureOf({ key, origin }: AskedFigure, { figures }: CommuniqueSubject): TracedFigure | undefined {
  return figures.get(key)?.figures.find((figure) => origin === null || figure.origin === origin);
}

/** The figures that a text tells, each once. */
export function toldFigures(
  parts: readonly TemplatePart[],
  subject: CommuniqueSubject,
): Map<CommuniqueFigure, TracedFigure> {
  const told = new Map<CommuniqueFigure, TracedFigure>();
  for (const part of parts) {
    const asked = "field" in part ? askedFigures.get(part.field) : undefined;
    const figure = asked && figureOf(asked, subject);
    if (asked !== undefined && figure !== undefined && !told.has(asked.key)) told.set(asked.key, figure);
  }
  return told;
}
