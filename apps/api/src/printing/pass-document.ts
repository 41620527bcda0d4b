import {
  baseCategories,
  type BaseCategory,
  type DocumentLocale,
  documentLocale,
  type Edition,
  type IssuedPass,
  type Names,
  showPassCode,
} from "@abwab/contract";
import type { DocumentData } from "../documents/document-request.ts";
import { qrCode } from "../documents/qr-code.ts";
import { passWords } from "./pass-words.ts";
import { printedTime } from "./printed-time.ts";
import { validityLines } from "./validity-lines.ts";

/** Names of so many zones fit on a badge; of more, their codes, as they stand at the doors. */
const MOST_NAMED = 3;

/** What the templates of passes show. */
export function passDocument(
  issued: readonly IssuedPass[],
  edition: Edition,
  zoneNames: ReadonlyMap<string, Names>,
  locale: DocumentLocale,
): DocumentData {
  const words = passWords[locale];
  const time = printedTime(locale, edition.timeZone);
  const dates = edition.days.map(({ date }) => date).toSorted();
  const when = time.dates(dates[0] ?? "", dates.at(-1) ?? "");
  const zonesOf = (zones: string[] | null): string => {
    if (zones === null) return words.everyZone;
    if (zones.length > MOST_NAMED) return zones.join(" · ");
    return zones.map((code) => zoneNames.get(code)?.[locale] ?? code).join(words.listSeparator);
  };
  return {
    locale,
    words: words.texts,
    edition: {
      name: edition.names[locale],
      otherNames: documentLocale.options.filter((other) => other !== locale).map((other) => edition.names[other]),
      when: `${when}${words.listSeparator}${edition.city}`,
      where: `${edition.venue}${words.listSeparator}${edition.city}`,
    },
    passes: issued.map(({ pass, token }) => ({
      kind: pass.kind,
      kindName: words.kinds[pass.kind],
      category: isBase(pass.category) ? words.categories[pass.category] : pass.category.replaceAll("_", " "),
      label: pass.label,
      code: showPassCode(pass.code),
      zones: zonesOf(pass.zones),
      validity: validityLines(pass, words, time),
      ...(pass.group && { ...pass.group, size: pass.group.pupils + pass.group.adults }),
      qr: qrCode(token),
    })),
  };
}

const isBase = (category: string): category is BaseCategory => baseCategories.some((one) => one === category);
