import type { NameWord } from "@abwab/domain";

/** Words less alike than this count as different for `likeness` of libs/domain. */
const LEAST_WORD = 0.72;
const WEAK_WEIGHT = 0.3;

interface Shape {
  text: string;
  /** A bit for each letter that occurs; letters that share one can only make two words look more alike. */
  letters: number;
}

interface RoughWord extends Shape {
  meaning: string | undefined;
  sounds: readonly Shape[];
  weight: number;
}

/** A name in the form in which it is looked at before it is compared in earnest. */
export interface RoughName {
  words: readonly RoughWord[];
  weight: number;
  joined: string;
  heard: string;
}

export function roughName(words: readonly NameWord[]): RoughName {
  const rough = words.map(({ text, meaning, sounds, sort }): RoughWord => ({
    ...shapeOf(text),
    meaning,
    sounds: sounds.map(shapeOf),
    weight: sort === "weak" ? WEAK_WEIGHT : 1,
  }));
  return {
    words: rough,
    weight: rough.reduce((sum, { weight }) => sum + weight, 0),
    joined: words.map(({ text }) => text).join(""),
    heard: words.map(({ sounds }) => sounds[0] ?? "").join(""),
  };
}

/**
 * Whether two names could be as alike as `least`, by what costs a hundredth of comparing them. It errs on one side
 * only: what it sends away is not that alike.
 */
export function mayBeAlike(a: RoughName, b: RoughName, least: number): boolean {
  if (a.weight === 0 || b.weight === 0) return false;
  if (a.joined === b.joined || a.heard === b.heard) return true;
  // Both ways count the same, so neither may fall below this.
  const mostMissed = 2 * (1 - least);
  const missed = missing(a, b, mostMissed);
  return missed <= mostMissed && missed + missing(b, a, mostMissed) <= mostMissed;
}

/** The share of a name that the other lacks; once it is more than `most`, how much more doesn't matter. */
function missing({ words, weight }: RoughName, other: RoughName, most: number): number {
  let missed = 0;
  for (const word of words) {
    if (isIn(word, other.words)) continue;
    missed += word.weight / weight;
    if (missed > most) return missed;
  }
  return missed;
}

function isIn(word: RoughWord, words: readonly RoughWord[]): boolean {
  for (const other of words) if (mayBeOneWord(word, other)) return true;
  return false;
}

function mayBeOneWord(a: RoughWord, b: RoughWord): boolean {
  if (a.meaning !== undefined && b.meaning !== undefined) return a.meaning === b.meaning;
  if (haveLikeLetters(a, b)) return true;
  for (const sound of a.sounds) for (const other of b.sounds) if (haveLikeLetters(sound, other)) return true;
  return false;
}

/** Each letter that only one has, and each by which one is longer, is a change. */
function haveLikeLetters(a: Shape, b: Shape): boolean {
  if (a.text === b.text) return true;
  const longer = Math.max(a.text.length, b.text.length);
  const mostChanges = (1 - LEAST_WORD) * longer;
  return (
    Math.abs(a.text.length - b.text.length) <= mostChanges &&
    bitsIn(a.letters & ~b.letters) <= mostChanges &&
    bitsIn(b.letters & ~a.letters) <= mostChanges
  );
}

function shapeOf(text: string): Shape {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return { text, letters };
}

function bitsIn(mask: number): number {
  let bits = mask;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
