import type { Contact } from "@abwab/contract";
import { foldName, moroccanProvinces, nameWords, type NameWord } from "@abwab/domain";

/** What an organisation is found by; each field as terms with spaces between. */
export interface OrganisationTerms {
  name: string;
  place: string;
  contact: string;
}

/** Marks that no letter or digit is: a word's meaning and a word's sound are no words. */
export const MEANING = "=";
export const SOUND = "~";
/** One consonant is heard everywhere. */
export const SHORTEST_SOUND = 2;

const provinces = new Map(moroccanProvinces.map((province) => [province.code, province]));

export function organisationTerms(organisation: {
  nameAr: string | null;
  nameFr: string | null;
  city: string | null;
  province: string | null;
  contact: Contact | null;
}): OrganisationTerms {
  const { nameAr, nameFr, city, province, contact } = organisation;
  const of = province === null ? undefined : provinces.get(province);
  return {
    name: joined([nameAr, nameFr].flatMap((name) => (name === null ? [] : termsOf(name)))),
    place: joined([city, of?.nameAr, of?.nameFr].flatMap((place) => termsOf(place ?? ""))),
    contact: contact === null ? "" : joined(contactTerms(contact)),
  };
}

function termsOf(text: string): string[] {
  const words = nameWords(text);
  return [...words.flatMap(termsOfWord), ...neighbours(words)];
}

function termsOfWord({ text, sort, meaning, sounds }: NameWord): string[] {
  const meanings = meaning === undefined ? [] : [MEANING + meaning];
  if (sort === "number") return meanings;
  return [text, ...meanings, ...sounds.filter((sound) => sound.length >= SHORTEST_SOUND).map((sound) => SOUND + sound)];
}

/** "Sidi Slimane" is looked for as "Sidislimane". */
function neighbours(words: readonly NameWord[]): string[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index]?.sounds[0];
    const after = word.sounds[0];
    return before === undefined || after === undefined ? [] : [SOUND + before + after];
  });
}

function contactTerms({ name, phone, email }: Contact): string[] {
  const digits = phone?.replace(/\D/gu, "") ?? "";
  // With the country's number or without, as it is dialled: whoever looks for it types the one or the other.
  const numbers = digits === "" ? [] : [digits, digits.replace(/^(?:212|0)/u, "0")];
  return [...(name === null ? [] : termsOf(name)), ...numbers, ...foldName(email ?? "").split(" ")];
}

const joined = (terms: readonly string[]): string => [...new Set(terms)].join(" ");
