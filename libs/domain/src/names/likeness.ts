import { isLevel } from "./common-words.ts";
import { foldName } from "./fold-name.ts";
import { letterLikeness } from "./letter-likeness.ts";
import { nameWords, type NameWord } from "./name-words.ts";

const WEIGHTS = { strong: 1, number: 1, weak: 0.3 } as const;
/** Less alike than this, two words are two words and not one with a typing error. */
const LEAST_WORD = 0.72;
/** By the number of consonants: one or two of them are heard in many words. */
const SAME_SOUND = [0, 0.7, 0.85, 0.93] as const;
/** Two Latin spellings of one name are rather alike in their vowels, too: Youssef is not Safi. */
const SAME_SOUND_IN_LATIN = [0, 0.4, 0.6, 0.9] as const;
/** The same letters or sounds, with other gaps between them. */
const SAME_LETTERS = 0.97;
const SAME_SOUNDS_ALL = 0.9;
const OTHER_LEVEL = 0.75;
const OTHER_NUMBER = 0.6;

/**
 * How alike two names are, 0 to 1: 1 where nothing but the writing differs (`foldName`), above about 0.85 where they
 * are likely one name misspelt, in another order, or once in Arabic and once in Latin letters. Words that many
 * names share ("école", "جمعية") weigh little; another number or another level of school ("lycée", "collège") weighs
 * much. The same in both directions.
 */
export function likeness(a: string, b: string): number {
  if (foldName(a) === foldName(b)) return 1;
  return likenessOfWords(nameWords(a), nameWords(b));
}

/** For many comparisons of the same names: `likeness` without reading them each time. */
export function likenessOfWords(a: readonly NameWord[], b: readonly NameWord[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const words = (covered(a, b) + covered(b, a)) / 2;
  return Math.max(words, asOneWord(a, b)) * discord(a, b);
}

/** How much of the one is found in the other, 0 to 1; words that many names share weigh little. */
export function covered(words: readonly NameWord[], others: readonly NameWord[]): number {
  let found = 0;
  let whole = 0;
  for (const word of words) {
    const weight = WEIGHTS[word.sort];
    whole += weight;
    found += weight * Math.max(...others.map((other) => wordLikeness(word, other)));
  }
  return found / whole;
}

export function wordLikeness(a: NameWord, b: NameWord): number {
  if (a.text === b.text) return 1;
  if (a.meaning !== undefined && b.meaning !== undefined) return a.meaning === b.meaning ? 1 : 0;
  if (a.sort === "number" || b.sort === "number") return 0;
  // Arabic is written as it sounds: another vowel is another word there, نار and نور.
  const sounds = a.isArabic && b.isArabic ? 0 : soundLikeness(a, b);
  return a.isArabic === b.isArabic ? Math.max(sounds, misspelt(a.text, b.text)) : sounds;
}

function misspelt(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  const most = Math.floor((1 - LEAST_WORD) * longer);
  if (longer - Math.min(a.length, b.length) > most) return 0;
  const [ofA, ofB] = [lettersOf(a), lettersOf(b)];
  // Each letter that only one of them has is at least one to change: most words are told apart by that alone.
  if (countOf(ofA & ~ofB) > most || countOf(ofB & ~ofA) > most) return 0;
  const alike = letterLikeness(a, b);
  return alike >= LEAST_WORD ? alike : 0;
}

/** A bit for each letter that a word has; some letters share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function countOf(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; count += 1) left &= left - 1;
  return count;
}

function soundLikeness(a: NameWord, b: NameWord): number {
  const known = a.isArabic || b.isArabic ? SAME_SOUND : SAME_SOUND_IN_LATIN;
  let best = 0;
  for (const sound of a.sounds) {
    for (const other of b.sounds) {
      const same = known[Math.min(sound.length, 3)] ?? 0;
      if (sound === other) best = Math.max(best, same);
      else if (Math.min(sound.length, other.length) >= 4) best = Math.max(best, misspelt(sound, other) * same);
    }
  }
  return best;
}

/** "Sidi Slimane" and "Sidislimane". */
function asOneWord(a: readonly NameWord[], b: readonly NameWord[]): number {
  if (joined(a, ({ text }) => text) === joined(b, ({ text }) => text)) return SAME_LETTERS;
  if (a.every(({ isArabic }) => isArabic) && b.every(({ isArabic }) => isArabic)) return 0;
  const sound = joined(a, heard);
  return sound.length >= 5 && sound === joined(b, heard) ? SAME_SOUNDS_ALL : 0;
}

const joined = (words: readonly NameWord[], part: (word: NameWord) => string): string => words.map(part).join("");
const heard = ({ sort, meaning, sounds }: NameWord): string => (sort === "number" ? meaning : sounds[0]) ?? "";

function discord(a: readonly NameWord[], b: readonly NameWord[]): number {
  const level = areApart(levelsOf(a), levelsOf(b)) ? OTHER_LEVEL : 1;
  const number = areApart(numbersOf(a), numbersOf(b)) ? OTHER_NUMBER : 1;
  return level * number;
}

function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && [...a].every((one) => !b.has(one));
}

const numbersOf = (words: readonly NameWord[]): Set<string> =>
  new Set(words.flatMap(({ sort, meaning }) => (sort === "number" && meaning !== undefined ? [meaning] : [])));

const levelsOf = (words: readonly NameWord[]): Set<string> =>
  new Set(words.flatMap(({ meaning }) => (meaning !== undefined && isLevel(meaning) ? [meaning] : [])));
