import { nameWords, type NameWord } from "@abwab/domain";
import type { QueryCombination } from "minisearch";
import { MEANING, SHORTEST_SOUND, SOUND } from "./organisation-terms.ts";

const MOST_WORDS = 12;
const SHORTEST_MISSPELT = 4;
/** Of a word's letters, so many may be wrong. */
const MISSPELT = 0.2;
const SHORTEST_SOUND_START = 3;

const exactly = { prefix: false, fuzzy: false } as const;
/** What is written counts more than what it means or how it sounds. */
const AS_MEANT = 1.2;
const AS_HEARD = 0.7;
const NAME_BOOST = 2;

export interface OrganisationLook {
  /** Asks for every word that tells organisations apart. */
  strict: QueryCombination;
  /** Whether there is none: all words are of the other sort. */
  onlyWished: boolean;
  /** Takes whatever has any of the words. */
  loose: QueryCombination;
  /** Meanings of the other words, which many names share ("école", "جمعية"): they move up those that have them. */
  wished: readonly string[];
}

/** How a text is looked for, in contacts only where it is said; undefined where it has no words. */
export function organisationQuery(text: string, { contacts }: { contacts: boolean }): OrganisationLook | undefined {
  const words = nameWords(text).slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  const parts = words.map((word, index) => ({
    word,
    query: queryOf(word, { isLast: index === words.length - 1, contacts }),
  }));
  const telling = parts.filter(({ word }) => word.sort !== "weak");
  const asked = (telling.length === 0 ? parts : telling).map(({ query }) => query);
  const together = words.map(({ sounds }) => sounds[0] ?? "").join("");
  return {
    strict: { combineWith: "AND", queries: asked },
    onlyWished: telling.length === 0,
    loose: {
      combineWith: "OR",
      queries: [...asked, { queries: [SOUND + together], ...exactly, boost: boosted(AS_HEARD) }],
    },
    wished: words.flatMap(({ sort, meaning }) => (sort === "weak" && meaning !== undefined ? [meaning] : [])),
  };
}

function queryOf(
  { text, meaning, sounds, sort }: NameWord,
  { isLast, contacts }: { isLast: boolean; contacts: boolean },
): QueryCombination {
  const written = writtenQueries({ text, meaning, sort }, { isLast, contacts });
  const meant = meaning === undefined ? [] : [{ queries: [MEANING + meaning], ...exactly, boost: boosted(AS_MEANT) }];
  const heard = sounds
    .filter((sound) => sort === "strong" && sound.length >= SHORTEST_SOUND)
    .map((sound) => ({
      queries: [SOUND + sound],
      // The last word may be only half typed.
      prefix: isLast && sound.length >= SHORTEST_SOUND_START,
      fuzzy: false,
      boost: boosted(AS_HEARD),
    }));
  return { combineWith: "OR", queries: [...written, ...meant, ...heard] };
}

/** A known word is found by what it means, however it is written; the last one may be half of a longer word. */
function writtenQueries(
  { text, meaning, sort }: Pick<NameWord, "text" | "meaning" | "sort">,
  { isLast, contacts }: { isLast: boolean; contacts: boolean },
): QueryCombination[] {
  if (sort === "number") {
    return contacts ? [{ queries: [text], prefix: text.length > 3, fuzzy: false, fields: ["contact"] }] : [];
  }
  if (meaning !== undefined && !isLast) return [];
  const fuzzy = meaning === undefined && text.length >= SHORTEST_MISSPELT && MISSPELT;
  return [{ queries: [stem(text)], prefix: true, fuzzy, boost: boosted(1) }];
}

/** The article, and the first letter of a word that is still being typed. */
const stem = (text: string): string => text.replace(/^ال(?=.$)/u, "");

const boosted = (factor: number): Record<string, number> => ({
  name: NAME_BOOST * factor,
  place: factor,
  contact: factor,
});
