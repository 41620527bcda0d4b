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
/** Where more share a word in one province, the latest are compared: time and memory stay within bounds. */
const MOST_COMPARED = 200;

/**
 * Organisations of an edition that may be entered twice, kept up as they come and go. Only those are compared that
 * share the sound of a telling word and the province, or, where a province isn't known, all telling words.
 */
export class DuplicatePairs {
  private readonly compared = new Map<string, { one: Compared; offered: string[] }>();
  private readonly buckets = new Map<string, Set<Compared>>();
  private readonly pairs = new Map<string, Map<string, Pair>>();
  private readonly words = new Map<string, NameWord>();
  private sorted: readonly Pair[] | undefined;

  set(organisation: IndexedOrganisation): void {
    this.remove(organisation.id);
    const read = toCompared(organisation);
    const one = { ...read, ar: this.shared(read.ar), fr: this.shared(read.fr) };
    const { offered, asked } = keysOf(one);
    const others = new Set(asked.flatMap((key) => [...(this.buckets.get(key) ?? [])].slice(-MOST_COMPARED)));
    for (const other of others) this.compare(one, other);
    this.compared.set(one.id, { one, offered });
    for (const key of offered) this.bucket(key).add(one);
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
    const likeness = Math.round(organisationLikeness(a, b) * 1000) / 1000;
    if (likeness < LEAST) return;
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

  /** Fifty thousand names have far fewer different words. */
  private shared(words: readonly NameWord[]): NameWord[] {
    return words.map((word) => {
      const key = [word.text, ...word.sounds].join(" ");
      const known = this.words.get(key) ?? word;
      this.words.set(key, known);
      return known;
    });
  }
}

export function byLikeness(a: Pair, b: Pair): number {
  return b.likeness - a.likeness || compare(a.first, b.first) || compare(a.second, b.second);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Under what one is found, and where it looks. */
function keysOf(one: Compared): { offered: string[]; asked: string[] } {
  const { type, province, ar, fr } = one;
  const names = [ar, fr].filter((name) => name.length > 0);
  const sounds = [...new Set(names.flatMap(tellingSounds))];
  const wholes = [...new Set(names.map((name) => tellingSounds(name).toSorted().join(" ")))];
  const near = sounds.map((sound) => `${type} ${province ?? "?"} ${sound}`);
  const placed = wholes.map((whole) => `${type} placed ${whole}`);
  const unplaced = wholes.map((whole) => `${type} unplaced ${whole}`);
  return province === null
    ? { offered: [...near, ...unplaced], asked: [...near, ...placed] }
    : { offered: [...near, ...placed], asked: [...near, ...unplaced] };
}

/** Of a name that has none, those that it has. */
function tellingSounds(words: readonly NameWord[]): string[] {
  const telling = words.filter(({ sort }) => sort === "strong");
  return (telling.length === 0 ? words : telling).flatMap(({ meaning, sounds }) => [
    ...(meaning === undefined ? [] : [`=${meaning}`]),
    ...(meaning === undefined ? sounds : []),
  ]);
}
