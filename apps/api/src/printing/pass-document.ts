import {
  baseCategories,
  type BaseCategory,
  type DocumentLocale,
  type Edition,
  type IssuedPass,
  type Names,
  showPassCode,
} from "@abwab/contract";
import type { DocumentData } from "../documents/document-request.ts";
import { qrCode } from "../documents/qr-code.ts";
import { passWords } from "./pass-words.ts";
import { printedEdition } from "./printed-edition.ts";
import { printedTime } from "./printed-time.ts";
import { validityLines } from "./validity-lines.ts";

/** Names of so many zones fit on a badge; of more, their codes, as they stand at the doors. */
const MOST_NAMED = 3;

/** Whose badge it is: stands on the paper, and nowhere in the code (P1). */
export interface BadgeHolder {
  holder: string;
  /** Their duty; else it is called an accreditation. */
  role?: string;
}

/** What the templates of passes show. */
export function passDocument(
  issued: readonly IssuedPass[],
  edition: Edition,
  zoneNames: ReadonlyMap<string, Names>,
  locale: DocumentLocale,
  holders: ReadonlyMap<string, BadgeHolder> = new Map(),
): DocumentData {
  const words = passWords[locale];
  const time = printedTime(locale, edition.timeZone);
  const zonesOf = (zones: string[] | null): string => {
    if (zones === null) return words.everyZone;
    if (zones.length > MOST_NAMED) return zones.join(" · ");
    return zones.map((code) => zoneNames.get(code)?.[locale] ?? code).join(words.listSeparator);
  };
  return {
    locale,
    words: words.texts,
    edition: printedEdition(edition, locale, words.listSeparator),
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
      ...holders.get(pass.code),
    })),
  };
}

const isBase = (category: string): category is BaseCategory => baseCategories.some((one) => one === category);
