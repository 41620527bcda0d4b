import type { NameWord } from "@abwab/domain";
import type { IndexedOrganisation } from "../search/organisation-index.ts";
import { type Compared, organisationLikeness, toCompared } from "./organisation-likeness.ts";

/** Two that may be one; `first` is the smaller id. */
export interface Pair {
  first: string;
  second: string;
  likeness: number;
}

/** From here on a person is asked. */
const LEAST = 0.8;
/** Of this many telling words two names share one at least: another one of them may be misspelt. */
const LEAST_SHARED = 2;
/** Where more share a word in one province, so many are looked at, and those of them that share most are compared. */
const MOST_FOUND = 1_000;
const MOST_COMPARED = 50;

/**
 * Organisations of an edition that may be entered twice, kept up as they come and go. Only those are compared that
 * share the sound of a telling word and the province, or, where a province isn't known, all telling words.
 */
export class DuplicatePairs {
  private readonly compared = new Map<string, { one: Compared; offered: string[]; words: number }>();
  private readonly buckets = new Map<string, Set<Compared>>();
  private readonly pairs = new Map<string, Map<string, Pair>>();
  private sorted: readonly Pair[] | undefined;

  set(organisation: IndexedOrganisation): void {
    this.remove(organisation.id);
    const one = toCompared(organisation);
    const { offered, near, anywhere, words } = keysOf(one);
    for (const other of this.likely(near, words)) this.compare(one, other);
    const elsewhere = anywhere.flatMap((key) => [...this.found(key)]).slice(0, MOST_COMPARED);
    for (const other of elsewhere) this.compare(one, other);
    this.compared.set(one.id, { one, offered, words });
    for (const key of offered) this.bucket(key).add(one);
  }

  /** Who shares enough words to be the same: one of them may be misspelt. */
  private likely(keys: readonly string[], words: number): Compared[] {
    const shared = new Map<Compared, number>();
    for (const other of keys.flatMap((key) => [...this.found(key)])) shared.set(other, (shared.get(other) ?? 0) + 1);
    return [...shared]
      .filter(([other, count]) => count * LEAST_SHARED >= Math.max(words, this.compared.get(other.id)?.words ?? 0))
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MOST_COMPARED)
      .map(([other]) => other);
  }

  private *found(key: string): Iterable<Compared> {
    let left = MOST_FOUND;
    for (const one of this.buckets.get(key) ?? []) {
      if (left === 0) return;
      left -= 1;
      yield one;
    }
  }

  remove(id: string): void {
    const known = this.compared.get(id);
    if (known === undefined) return;
    this.compared.delete(id);
    for (const key of known.offered) {
      const bucket = this.bucket(key);
      bucket.delete(known.one);
      if (bucket.size === 0) this.buckets.delete(key);
    }
    for (const other of this.pairs.get(id)?.keys() ?? []) this.pairs.get(other)?.delete(id);
    if (this.pairs.delete(id)) this.sorted = undefined;
  }

  /** Most alike first. */
  list(): readonly Pair[] {
    this.sorted ??= [...this.pairs]
      .flatMap(([id, of]) => [...of.values()].filter(({ first }) => first === id))
      .toSorted(byLikeness);
    return this.sorted;
  }

  private compare(a: Compared, b: Compared): void {
    const alike = organisationLikeness(a, b, LEAST);
    if (alike === undefined) return;
    const likeness = Math.round(alike * 1000) / 1000;
    const [first, second] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
    const pair = { first, second, likeness };
    for (const [id, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const of = this.pairs.get(id) ?? new Map<string, Pair>();
      this.pairs.set(id, of.set(other, pair));
    }
    this.sorted = undefined;
  }

  private bucket(key: string): Set<Compared> {
    const bucket = this.buckets.get(key) ?? new Set();
    this.buckets.set(key, bucket);
    return bucket;
  }
}

export function byLikeness(a: Pair, b: Pair): number {
  return b.likeness - a.likeness || compare(a.first, b.first) || compare(a.second, b.second);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Keys {
  /** Under what it is found. */
  offered: string[];
  /** Under each of these are those that share a telling word with it, where it is. */
  near: string[];
  /** Under these, those that have all telling words, of which one isn't known where they are. */
  anywhere: string[];
  /** How many telling words it has. */
  words: number;
}

function keysOf({ type, province, ar, fr }: Compared): Keys {
  const names = [ar, fr].filter((name) => name.length > 0);
  const telling = names.map((name) => name.filter(({ sort }) => sort === "strong"));
  const whole = [...new Set(names.map(wholeSound))];
  // "École 5" has no telling word: it is found by all of it.
  const sounds = new Set(telling.flatMap((name) => name.flatMap(soundsOf)));
  const near = (sounds.size > 0 ? [...sounds] : whole).map((sound) => `${type} ${province ?? "?"} ${sound}`);
  const placed = whole.map((sound) => `${type} placed ${sound}`);
  const unplaced = whole.map((sound) => `${type} unplaced ${sound}`);
  const words = Math.max(0, ...telling.map((name) => name.length));
  return province === null
    ? { offered: [...near, ...unplaced], near, anywhere: placed, words }
    : { offered: [...near, ...placed], near, anywhere: unplaced, words };
}

/** Of the telling words, in whatever order; of all where there are none. */
function wholeSound(words: readonly NameWord[]): string {
  const telling = words.filter(({ sort }) => sort === "strong");
  return (telling.length === 0 ? words : telling)
    .map((word) => soundsOf(word)[0] ?? "")
    .toSorted()
    .join(" ");
}

const soundsOf = ({ meaning, sounds }: NameWord): readonly string[] =>
  meaning === undefined ? sounds : [`=${meaning}`];
