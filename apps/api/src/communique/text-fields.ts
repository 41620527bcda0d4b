import type { CommuniqueText, CommuniqueFigure, DocumentLocale, TracedFigure } from "@abwab/contract";
import { foldName, moroccanProvinces } from "@abwab/domain";
import { reportLanguage } from "../reports/report-language.ts";
import { type CommuniqueSubject, type Said, said, unsaid } from "./communique-subject.ts";
import { communiqueWords } from "./communique-words.ts";
import { countsNothing, isWeekend } from "./edition-figures.ts";
import { figurePhrases, nounOf } from "./figure-phrase.ts";

/** Cities that a press release names before it says "and beyond". */
const MOST_CITIES = 8;
const SCHOOL_KINDS = ["schools.public", "schools.private", "schools.traditional", "schools.quranic"] as const;
const PLACE_NAMES = { ar: "nameAr", fr: "nameFr", en: "nameEn" } as const;

/** The fields that are no figure, but where the figures are from: that depends on those the text tells. */
export function textField(
  field: Exclude<CommuniqueText, "figures.sources">,
  subject: CommuniqueSubject,
  locale: DocumentLocale,
): Said {
  const { edition, facts, figures } = subject;
  const { format, time } = reportLanguage(locale, edition);
  const phrases = figurePhrases(locale);
  // Within a sentence another comma would part what belongs together.
  const dayName = (date: string): string => format.dayOfYear(date).replace(/[,،]/, "");
  const dates = edition.days.map(({ date }) => date).toSorted();
  const list = new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" });
  switch (field) {
    case "edition.name":
      return said(edition.names[locale]);
    case "edition.city":
      return said(placeName(edition.city, locale));
    case "edition.venue":
      return said(venueName(subject, locale));
    case "edition.dates":
      return said(time.dates(dates[0] ?? "", dates.at(-1) ?? ""));
    case "edition.days":
      return said(phrases.exact({ value: dates.length, qualifier: "exact" }, "days"));
    case "release.date":
      return said(time.dates(subject.date, subject.date));
    case "weekend.days": {
      const weekend = dates.filter(isWeekend);
      return weekend.length === 0 ? unsaid("no_weekend") : said(list.format(weekend.map(dayName)));
    }
    case "peak.day":
      return facts.busiest === null || countsNothing(edition)
        ? unsaid("not_counted")
        : said(dayName(facts.busiest.date));
    case "schools.kinds": {
      const kinds = SCHOOL_KINDS.flatMap((key) =>
        (figures.get(key)?.figures ?? []).slice(0, 1).map((figure) => phrases.told(figure, nounOf[key])),
      );
      return kinds.length === 0 ? unsaid("none_arrived") : said(list.format(kinds));
    }
    case "cities.names": {
      const names = subject.provinces.flatMap((code) => provinceName(code, locale));
      return names.length === 0 || countsNothing(edition)
        ? unsaid("none_arrived")
        : said(list.format(names.slice(0, MOST_CITIES)));
    }
    case "record.claim":
      return recordSentence(subject, locale);
    case "figures.state":
      return said(stateSentence(subject, locale));
  }
}

const provinceName = (code: string, locale: DocumentLocale): string[] =>
  moroccanProvinces.filter((province) => province.code === code).map((province) => province[PLACE_NAMES[locale]]);

/** A city's name in the language, where it is called like its province; else as it was entered. */
function placeName(city: string, locale: DocumentLocale): string {
  const folded = foldName(city);
  const province = moroccanProvinces.find(({ nameAr, nameFr, nameEn }) =>
    [nameAr, nameFr, nameEn].some((name) => foldName(name) === folded),
  );
  return province?.[PLACE_NAMES[locale]] ?? city;
}

/** The site's name in the language, where it is the venue's in another one; else the venue as it was entered. */
function venueName({ edition, subject }: CommuniqueSubject, locale: DocumentLocale): string {
  const site = subject.zones.find(({ kind, names }) => kind === "site" && Object.values(names).includes(edition.venue));
  return site?.names[locale] ?? edition.venue;
}

function recordSentence({ record }: CommuniqueSubject, locale: DocumentLocale): Said {
  if (record === null) return unsaid("no_earlier_figure");
  const phrases = figurePhrases(locale);
  const { edition, figure } = record.highest;
  const qualifier = record.isExact ? "exact" : "about";
  return said(
    communiqueWords[locale].claims[record.kind]({
      difference: phrases.told({ value: Math.max(0, record.difference), qualifier }, "visits"),
      base: phrases.told(figure, "visits"),
      edition: edition?.names[locale] ?? null,
      source: figure.source ?? "",
    }),
  );
}

function stateSentence({ edition, facts, subject }: CommuniqueSubject, locale: DocumentLocale): string {
  const { state } = communiqueWords[locale];
  const { time } = reportLanguage(locale, edition);
  if (countsNothing(edition)) return state.rehearsal;
  const days = (value: number): string => figurePhrases(locale).exact({ value, qualifier: "exact" }, "days");
  if (facts.visits === 0 && facts.pavilionVisits === 0) return state.nothingCounted;
  const moment = time.moment(subject.madeAt);
  if (facts.settledDays === 0) return state.noneSettled(moment);
  if (facts.settledDays === facts.days.length) return state.allSettled(days(facts.days.length));
  return state.someSettled(days(facts.settledDays), days(facts.days.length), moment);
}

/** Where the figures are from that a text tells, origin by origin. */
export function sourcesParagraph(told: ReadonlyMap<CommuniqueFigure, TracedFigure>, locale: DocumentLocale): string {
  const { names, sources } = communiqueWords[locale];
  const separator = locale === "ar" ? "، " : ", ";
  const namesOf = (isMeant: (figure: TracedFigure) => boolean): string =>
    [...told].flatMap(([key, figure]) => (isMeant(figure) ? [names[key]] : [])).join(separator);
  const published = new Set([...told.values()].flatMap(({ source }) => (source === null ? [] : [source])));
  const counted = namesOf(({ origin }) => origin === "counted");
  const entered = namesOf(({ origin }) => origin === "entered");
  return [
    ...(counted === "" ? [] : [sources.counted(counted)]),
    ...(entered === "" ? [] : [sources.entered(entered)]),
    ...[...published].map((source) =>
      sources.published(
        namesOf((figure) => figure.source === source),
        source,
      ),
    ),
  ].join("\n");
}
