import type { DocumentLocale, ReportSchedule, ReportSending } from "@abwab/contract";
import { printedTime } from "../printing/printed-time.ts";
import { reportFormat } from "../reports/report-format.ts";
import { type LetterWords, letterWords } from "./letter-words.ts";
import type { SendingFigures } from "./sending-figures.ts";

const QUARTER_MS = 15 * 60_000;

export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
  /** Its first language. */
  locale: DocumentLocale;
}

/** What a letter says in one language. */
interface Part {
  locale: DocumentLocale;
  words: LetterWords;
  title: string;
  place: string;
  figures: { name: string; value: string; note: string }[];
  remarks: string[];
  why: string;
}

/** A letter with the main figures in each language of the schedule, as plain text and as HTML. */
export function writeLetter(
  { name, locales }: Pick<ReportSchedule, "name" | "locales">,
  sending: Pick<ReportSending, "day" | "files">,
  figures: SendingFigures,
): WrittenLetter {
  const parts = locales.map((locale) => partOf(locale, name, sending.day, figures));
  const [first] = parts;
  if (first === undefined) throw new RangeError("a schedule has at least one language");
  const attached = sending.files.map(({ fileName }) => fileName);
  const { words, title, locale } = first;
  return {
    subject: figures.rehearsal ? words.rehearsalSubject(title) : title,
    text: parts.map((part) => textOf(part, attached)).join("\n\n———\n\n"),
    html: htmlOf(parts, attached),
    locale,
  };
}

function partOf(locale: DocumentLocale, schedule: string, day: string, figures: SendingFigures): Part {
  const words = letterWords[locale];
  const format = reportFormat(locale);
  const time = printedTime(locale, figures.edition.timeZone);
  const { edition, day: of, total } = figures;
  const dayFigures =
    of === null
      ? []
      : [
          { name: words.visits, value: format.number(of.visits), note: "" },
          { name: words.pavilionVisits, value: format.number(of.pavilionVisits), note: "" },
          ...(of.peak === null
            ? []
            : [
                {
                  name: words.peak,
                  value: format.number(of.peak.visits),
                  note: words.between(time.hour(of.peak.from), time.hour(of.peak.from + QUARTER_MS)),
                },
              ]),
        ];
  return {
    locale,
    words,
    title: words.subject(edition.names[locale], format.day(day)),
    place: `${edition.venue}${locale === "ar" ? "، " : ", "}${edition.city}`,
    figures: [
      ...dayFigures,
      { name: words.total, value: format.number(total.visits), note: "" },
      { name: words.totalPavilions, value: format.number(total.pavilionVisits), note: "" },
    ],
    remarks: [
      ...(figures.rehearsal ? [words.rehearsal] : []),
      of === null ? words.noSuchDay : of.settled ? words.settled : words.live(time.moment(figures.asOf)),
      words.settledDays(format.number(total.settledDays), format.number(total.days)),
    ],
    why: words.why(schedule),
  };
}

function textOf({ words, title, place, figures, remarks, why }: Part, attached: readonly string[]): string {
  return [
    title,
    place,
    "",
    ...figures.map(({ name, value, note }) => `${name}${words.dash}${value}${note === "" ? "" : ` (${note})`}`),
    "",
    ...remarks,
    "",
    ...attached.map((file) => `${words.attached}${words.dash}${file}`),
    "",
    why,
  ].join("\n");
}

function htmlOf(parts: readonly Part[], attached: readonly string[]): string {
  const [first] = parts;
  const sections = parts.map((part) => sectionOf(part, attached)).join(`<hr style="${RULE}">`);
  return `<!doctype html><html lang="${first?.locale ?? "ar"}"><head><meta charset="utf-8"><title>${escaped(first?.title ?? "")}</title></head><body style="${BODY}">${sections}</body></html>`;
}

const BODY = "margin:0;padding:20px;font-family:Segoe UI,Tahoma,Arial,sans-serif;color:#1c2b26;background:#ffffff";
const RULE = "border:0;border-top:1px solid #d9d2c3;margin:24px 0";
const TITLE = "margin:0 0 4px;font-size:20px;line-height:1.35;color:#0b5d46";
const MUTED = "margin:0 0 16px;color:#5b6a64;font-size:14px";
const NAME = "padding:6px 0;border-bottom:1px solid #eee8dc;font-weight:400";
const VALUE = "padding:6px 16px;border-bottom:1px solid #eee8dc;font-size:18px;font-weight:700;white-space:nowrap";
const NOTE = "padding:6px 0;border-bottom:1px solid #eee8dc;color:#5b6a64;font-size:14px";

function sectionOf({ locale, words, title, place, figures, remarks, why }: Part, attached: readonly string[]): string {
  const { direction } = words;
  const start = direction === "rtl" ? "right" : "left";
  const rows = figures.map(
    ({ name, value, note }) =>
      `<tr><th scope="row" align="${start}" style="${NAME}">${escaped(name)}</th>` +
      `<td align="${start}" style="${VALUE}">${escaped(value)}</td><td align="${start}" style="${NOTE}">${escaped(note)}</td></tr>`,
  );
  const paragraphs = [
    ...remarks,
    ...(attached.length === 0 ? [] : [`${words.attached}${words.dash}${attached.join(" · ")}`]),
    why,
  ];
  return (
    `<div lang="${locale}" dir="${direction}" style="text-align:${start};max-width:640px">` +
    `<h1 style="${TITLE}">${escaped(title)}</h1><p style="${MUTED}">${escaped(place)}</p>` +
    `<table role="table" cellspacing="0" cellpadding="0" style="border-collapse:collapse;margin:0 0 16px">${rows.join("")}</table>` +
    `${paragraphs.map((text) => `<p style="margin:0 0 8px;font-size:14px;line-height:1.5">${escaped(text)}</p>`).join("")}</div>`
  );
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
