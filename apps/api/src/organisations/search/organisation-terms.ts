import type { Contact } from "@abwab/contract";
import { foldName, moroccanProvinces, nameWords, type NameWord } from "@abwab/domain";

/** What an organisation is found by, in words. */
export interface OrganisationWords {
  names: readonly (readonly NameWord[])[];
  place: readonly NameWord[];
}

/** The same as terms of an index; each field with spaces between. */
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
/** Sidi, Moulay, Ben, Aït, Oulad, سيدي, أولاد … */
const LONGEST_BEFORE = 6;

const provinces = new Map(
  moroccanProvinces.map(({ code, nameAr, nameFr }) => [code, [...nameWords(nameAr), ...nameWords(nameFr)]]),
);

export function organisationWords(organisation: {
  nameAr: string | null;
  nameFr: string | null;
  city: string | null;
  province: string | null;
}): OrganisationWords {
  const { nameAr, nameFr, city, province } = organisation;
  const ofProvince = province === null ? undefined : provinces.get(province);
  return {
    names: [nameAr, nameFr].flatMap((name) => (name === null ? [] : [nameWords(name)])),
    place: [...nameWords(city ?? ""), ...(ofProvince ?? [])],
  };
}

export function organisationTerms({ names, place }: OrganisationWords, contact: Contact | null): OrganisationTerms {
  return {
    name: joined(names.flatMap(termsOf)),
    place: joined(place.flatMap(termsOfWord)),
    contact: contact === null ? "" : joined(contactTerms(contact)),
  };
}

const termsOf = (words: readonly NameWord[]): string[] => [...words.flatMap(termsOfWord), ...neighbours(words)];

function termsOfWord({ text, sort, meaning, sounds }: NameWord): string[] {
  const meanings = meaning === undefined ? [] : [MEANING + meaning];
  if (sort === "number") return meanings;
  // What is translated by what it means needs no sound, unless it is a name, which is spelled in many ways.
  const heard = sort === "weak" ? [] : sounds.filter((sound) => sound.length >= SHORTEST_SOUND);
  return [text, ...meanings, ...heard.map((sound) => SOUND + sound)];
}

/** "Sidi Slimane" is looked for as "Sidislimane": a short word and what follows it. */
function neighbours(words: readonly NameWord[]): string[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index];
    if (before === undefined || before.text.length > LONGEST_BEFORE) return [];
    if (before.sort === "number" || word.sort !== "strong") return [];
    return [SOUND + (before.sounds[0] ?? "") + (word.sounds[0] ?? "")];
  });
}

function contactTerms({ name, phone, email }: Contact): string[] {
  const digits = phone?.replace(/\D/gu, "") ?? "";
  // With the country's number or without, as it is dialled: whoever looks for it types the one or the other.
  const numbers = digits === "" ? [] : [digits, digits.replace(/^(?:212|0)/u, "0")];
  return [...(name === null ? [] : termsOf(nameWords(name))), ...numbers, ...foldName(email ?? "").split(" ")];
}

const joined = (terms: readonly string[]): string => [...new Set(terms)].join(" ");
