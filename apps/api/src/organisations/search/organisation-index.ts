import type { Contact, OrganisationKind, OrganisationQuery, OrganisationType } from "@abwab/contract";
import { regionOf } from "@abwab/domain";
import MiniSearch, { type SearchResult } from "minisearch";
import { organisationQuery } from "./organisation-query.ts";
import { MEANING, organisationTerms, type OrganisationTerms } from "./organisation-terms.ts";

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

/** An organisation that has all words that are wished for goes this much before one that has none. */
const WISHED = 0.5;

/** The organisations of an edition in memory, to be found by a few words however they are written. */
export class OrganisationIndex {
  private readonly search = new MiniSearch<Known & OrganisationTerms>({
    fields: ["name", "place", "contact"],
    tokenize: (terms) => (terms === "" ? [] : terms.split(" ")),
    processTerm: (term) => term,
  });
  private readonly known = new Map<string, Known & { meanings: ReadonlySet<string> }>();

  set(organisation: IndexedOrganisation): void {
    const { id, type, kind, province, importId } = organisation;
    const known = { id, type, kind, province, importId };
    const terms = organisationTerms(organisation);
    const meanings = terms.name.split(" ").filter((term) => term.startsWith(MEANING));
    if (this.known.has(id)) this.search.discard(id);
    this.known.set(id, { ...known, meanings: new Set(meanings) });
    this.search.add({ ...known, ...terms });
  }

  remove(id: string): void {
    if (this.known.delete(id)) this.search.discard(id);
  }

  get ids(): readonly string[] {
    return [...this.known.keys()];
  }

  /** Ids of those that match, best first. Contacts are looked at only where it is said. */
  find(text: string, filter: IndexFilter, { contacts }: { contacts: boolean }): string[] {
    const query = organisationQuery(text);
    if (query === undefined) return [];
    const options = {
      fields: contacts ? ["name", "place", "contact"] : ["name", "place"],
      filter: ({ id }: SearchResult) => this.fits(String(id), filter),
      ...(query.wished.length > 0 && { boostDocument: (id: unknown) => this.wish(String(id), query.wished) }),
    };
    const strict = this.search.search(query.strict, options);
    const found = strict.length > 0 ? strict : this.search.search(query.loose, options);
    return found.map(({ id }) => String(id));
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
