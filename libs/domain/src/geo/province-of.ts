import { letterLikeness } from "../names/letter-likeness.ts";
import { nameWords } from "../names/name-words.ts";
import { foldName } from "../names/fold-name.ts";
import { places } from "./places.ts";
import { moroccanProvinces } from "./provinces.ts";

/** What lists write before the name of a place. */
const BEFORE =
  /^(?:(?:direction|delegation|academie|province|prefecture|ville|commune|municipalite|region|provinciale|prefectorale|regionale|de|du|des|la|el|al|مديريه|المديريه|نيابه|اقليم|الاقليم|عماله|الاقليميه|اقليميه|مدينه|جماعه|ب|ل) )+/u;
/** From here on a name with a typing error is taken for a place, when it is like those of one province only. */
const LIKELY = 0.84;
const SHORTEST_MISSPELT = 5;

interface Places {
  /** Provinces by folded names without spaces and articles, and by codes. */
  readonly written: ReadonlyMap<string, string>;
  /** By consonants, null where two provinces sound the same; only names of at least three of them. */
  readonly heard: ReadonlyMap<string, string | null>;
}

let known: Places | undefined;

/**
 * The code of the province that a text names: by its name, its code, one of its towns, in Arabic or French, with or
 * without "province de" and "إقليم", forgiving other spellings and a typing error. Undefined where nothing fits or more
 * than one does. A text is compared with some hundred names when it isn't known as it stands: remember the answers
 * where a long list names the same places again and again.
 */
export function provinceOf(text: string): string | undefined {
  known ??= readPlaces();
  const folded = foldName(text);
  const bare = folded.replace(BEFORE, "");
  return known.written.get(written(folded)) ?? known.written.get(written(bare)) ?? heardOrMisspelt(bare, known);
}

function heardOrMisspelt(text: string, { written: names, heard: sounds }: Places): string | undefined {
  if (/\d/u.test(text)) return undefined;
  const sound = sounds.get(heard(text));
  if (sound !== undefined && sound !== null) return sound;
  const name = written(text);
  if (name.length < SHORTEST_MISSPELT) return undefined;
  let best = LIKELY;
  let found = new Set<string>();
  for (const [other, province] of names) {
    if (other.length < SHORTEST_MISSPELT) continue;
    const alike = letterLikeness(name, other);
    if (alike > best) found = new Set();
    if (alike >= best) found.add(province);
    best = Math.max(best, alike);
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

function readPlaces(): Places {
  const byName = new Map<string, string>();
  const bySound = new Map<string, string | null>();
  const add = (name: string, province: string): void => {
    byName.set(written(foldName(name)), province);
    const sound = heard(foldName(name));
    if (sound.length < 3) return;
    const other = bySound.get(sound);
    bySound.set(sound, other === undefined || other === province ? province : null);
  };
  for (const [province, names] of places) for (const name of names.split("|")) add(name, province);
  for (const { code, iso, nameAr, nameFr, nameEn } of moroccanProvinces) {
    for (const name of [nameAr, nameFr, nameEn]) add(name, code);
    for (const mark of [code, iso]) byName.set(written(foldName(mark)), code);
  }
  return { written: byName, heard: bySound };
}

const ARTICLES: ReadonlySet<string> = new Set(["el", "al", "l", "la", "de", "des"]);

/** Without spaces, which lists set as they like, and so without the Arabic article wherever it stands. */
const written = (folded: string): string =>
  folded
    .split(" ")
    .filter((word) => !ARTICLES.has(word))
    .join("")
    .replaceAll("ال", "");

const heard = (folded: string): string =>
  nameWords(folded)
    .map(({ sounds }) => sounds[0] ?? "")
    .join("");
