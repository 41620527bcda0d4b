import type { Organisation, OrganisationQuery, Page } from "@abwab/contract";
import { Injectable, Logger } from "@nestjs/common";
import { z } from "zod";
import { readCursor, writeCursor } from "../../platform/page-cursor.ts";
import { OrganisationsRepository } from "../organisations.repository.ts";
import { EditionIndex } from "./edition-index.ts";
import { OrganisationIndexRepository } from "./organisation-index.repository.ts";
import type { IndexFilter } from "./organisation-index.ts";

/** As many editions are held in memory; the one that was asked for the longest time ago goes first. */
const MOST_EDITIONS = 6;
const position = z.int().min(0).max(1_000_000);

interface Asked {
  limit: number;
  skip: number;
  contacts: boolean;
}

/** Finds organisations by words, forgiving how they are written; each answer knows all that was committed before. */
@Injectable()
export class OrganisationSearch {
  private readonly indexes = new Map<number, EditionIndex>();
  private readonly log = new Logger("organisations");

  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly written: OrganisationIndexRepository,
  ) {}

  /** For people: in names, places and contacts, a page at a time, best first. */
  async page(
    editionId: number,
    { search, limit, cursor, ...filter }: OrganisationQuery & { search: string },
  ): Promise<Page<Organisation>> {
    const skip = readCursor(cursor, position) ?? 0;
    const found = await this.look(editionId, search, filter, { limit: limit + 1, skip, contacts: true });
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? writeCursor(skip + limit) : null };
  }

  /** For kiosks: the best few, by name and place alone. */
  async best(editionId: number, search: string, limit: number): Promise<Organisation[]> {
    return this.look(editionId, search, {}, { limit, skip: 0, contacts: false });
  }

  /** Reads the registry of an edition ahead of the first question, without anyone waiting. */
  prepare(editionId: number): void {
    this.of(editionId)
      .refresh()
      .catch((error: unknown) => this.log.warn({ message: "the registry could not be read ahead", error }));
  }

  /** What of an edition is in memory, up to date. */
  async fresh(editionId: number): Promise<EditionIndex> {
    const index = this.of(editionId);
    await index.refresh();
    return index;
  }

  private async look(editionId: number, text: string, filter: IndexFilter, asked: Asked): Promise<Organisation[]> {
    for (;;) {
      const index = await this.fresh(editionId);
      const ids = index.organisations.find(text, filter, asked).slice(asked.skip, asked.skip + asked.limit);
      const found = await this.organisations.byIds(editionId, ids);
      if (found.length === ids.length) return found;
      // Some have been removed, which leaves nothing to be read: they are looked for by what is there no more.
      await index.forgetRemoved();
    }
  }

  private of(editionId: number): EditionIndex {
    const index = this.indexes.get(editionId) ?? new EditionIndex(editionId, this.written);
    this.indexes.delete(editionId);
    this.indexes.set(editionId, index);
    const [oldest] = this.indexes.keys();
    if (this.indexes.size > MOST_EDITIONS && oldest !== undefined) this.indexes.delete(oldest);
    return index;
  }
}
