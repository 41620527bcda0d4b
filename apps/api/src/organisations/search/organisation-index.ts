import type { Contact, OrganisationKind, OrganisationQuery, OrganisationType } from "@abwab/contract";
import { covered, nameWords, type NameWord, regionOf } from "@abwab/domain";
import MiniSearch, { type SearchResult } from "minisearch";
import { organisationQuery } from "./organisation-query.ts";
import {
  MEANING,
  organisationTerms,
  type OrganisationTerms,
  type OrganisationWords,
  organisationWords,
} from "./organisation-terms.ts";

/** What is known of an organisation where it is looked for. */
export interface IndexedOrganisation {
  id: string;
  type: OrganisationType;
  kind: OrganisationKind | null;
  nameAr: string | null;
  nameFr: string | null;
  city: string | null;
  province: string | null;
  contact: Contact | null;
  importId: string | null;
}

export type IndexFilter = Pick<OrganisationQuery, "type" | "kind" | "province" | "region" | "importId">;
type Known = Pick<IndexedOrganisation, "id" | "type" | "kind" | "province" | "importId">;

/** So many of the best are put in the order of how alike they are to what was typed. */
const BEST = 60;
/** That all is there that was asked for counts more than that nothing else is. */
const ASKED = 3;
/** An organisation that has all words that are wished for goes this much before one that has none. */
const WISHED = 0.5;

interface Remembered extends Known, OrganisationWords {
  meanings: ReadonlySet<string>;
  /** Of the name, in terms. */
  length: number;
}

/** The organisations of an edition in memory, to be found by a few words however they are written. */
export class OrganisationIndex {
  private readonly search = new MiniSearch<Known & OrganisationTerms>({
    fields: ["name", "place", "contact"],
    tokenize: (terms) => (terms === "" ? [] : terms.split(" ")),
    processTerm: (term) => term,
  });
  private readonly known = new Map<string, Remembered>();

  set(organisation: IndexedOrganisation): void {
    const { id, type, kind, province, importId } = organisation;
    const known = { id, type, kind, province, importId };
    const words = organisationWords(organisation);
    const terms = organisationTerms(words, organisation.contact);
    const named = terms.name.split(" ");
    const meanings = new Set(named.filter((term) => term.startsWith(MEANING)));
    if (this.known.has(id)) this.search.discard(id);
    this.known.set(id, { ...known, ...words, meanings, length: named.length });
    this.search.add({ ...known, ...terms });
  }

  remove(id: string): void {
    if (this.known.delete(id)) this.search.discard(id);
  }

  /** Ids of those that match, best first. Contacts are looked at only where it is said. */
  find(text: string, filter: IndexFilter, { contacts }: { contacts: boolean }): string[] {
    const query = organisationQuery(text, { contacts });
    if (query === undefined) return [];
    if (query.onlyWished) {
      const found = this.withAll(query.wished, filter);
      if (found.length > 0) return found;
    }
    const options = {
      fields: contacts ? ["name", "place", "contact"] : ["name", "place"],
      ...(Object.values(filter).some((wanted) => wanted !== undefined) && {
        filter: ({ id }: SearchResult) => this.fits(String(id), filter),
      }),
    };
    const strict = this.search.search(query.strict, options);
    const found = strict.length > 0 ? strict : this.search.search(query.loose, options);
    const ids = this.wishedFirst(found, query.wished);
    return [...this.byLikeness(ids.slice(0, BEST), nameWords(text)), ...ids.slice(BEST)];
  }

  /** Scores know which words are rare, not that a name has nothing else than was asked for. */
  private byLikeness(ids: readonly string[], words: readonly NameWord[]): string[] {
    const alike = new Map(ids.map((id) => [id, this.alike(id, words)]));
    return ids.toSorted((a, b) => (alike.get(b) ?? 0) - (alike.get(a) ?? 0));
  }

  /** What was asked for is found in name and place; what the name has beside it tells against it. */
  private alike(id: string, words: readonly NameWord[]): number {
    const { names, place } = this.known.get(id) ?? { names: [], place: [] };
    return Math.max(0, ...names.map((name) => ASKED * covered(words, [...name, ...place]) + covered(name, words)));
  }

  /** Those that have all of these words, which may be half of all: scoring them would take long and say little. */
  private withAll(meanings: readonly string[], filter: IndexFilter): string[] {
    const terms = meanings.map((meaning) => MEANING + meaning);
    const byLength: string[][] = [];
    for (const known of this.known.values()) {
      if (!terms.every((term) => known.meanings.has(term)) || !this.fits(known.id, filter)) continue;
      (byLength[known.length] ??= []).push(known.id);
    }
    return byLength.flat();
  }

  private wishedFirst(found: readonly SearchResult[], wished: readonly string[]): string[] {
    const ids = found.map(({ id }) => String(id));
    if (wished.length === 0) return ids;
    const scores = new Map(ids.map((id, index) => [id, (found[index]?.score ?? 0) * this.wish(id, wished)]));
    return ids.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  }

  private wish(id: string, wished: readonly string[]): number {
    const meanings = this.known.get(id)?.meanings;
    const had = wished.filter((meaning) => meanings?.has(MEANING + meaning) === true).length;
    return 1 + (WISHED * had) / wished.length;
  }

  private fits(id: string, { type, kind, province, region, importId }: IndexFilter): boolean {
    const known = this.known.get(id);
    if (known === undefined) return false;
    return (
      (type === undefined || known.type === type) &&
      (kind === undefined || known.kind === kind) &&
      (province === undefined || known.province === province) &&
      (importId === undefined || known.importId === importId) &&
      (region === undefined || (known.province !== null && regionOf(known.province) === region))
    );
  }
}
