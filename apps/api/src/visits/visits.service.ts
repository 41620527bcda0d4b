import { type Page, uuid, type Visit, type VisitQuery } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { EditionAccess } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { startsOn } from "./visit-day.ts";
import { VisitReader } from "./visit-reader.ts";
import {
  type StoredVisit,
  type VisitFilter,
  type VisitOrder,
  visitOrder,
  VisitsRepository,
} from "./visits.repository.ts";

/** Visits read at once while those of a state are looked for. */
const READ_AT_ONCE = 500;

/** Visits as they are looked at: expected against arrived. */
@Injectable()
export class VisitsService {
  constructor(
    private readonly visits: VisitsRepository,
    private readonly reader: VisitReader,
    private readonly access: EditionAccess,
  ) {}

  /** In the order of their hours. */
  async list(slug: string, { limit, cursor, state, ...query }: VisitQuery, actor: Actor): Promise<Page<Visit>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, visitOrder);
    const filter = filterOf(edition, query);
    const wanted = state === undefined ? undefined : (visit: Visit) => visit.state === state;
    const found = await this.look(edition, filter, { after, limit: limit + 1 }, wanted);
    const page = pageOf(found, limit, ({ order }) => order);
    return { items: page.items.map(({ visit }) => visit), nextCursor: page.nextCursor };
  }

  /** Throws `not_found`. */
  async get(slug: string, id: string, actor: Actor): Promise<Visit> {
    const edition = await this.access.find(slug, actor);
    const stored = uuid.safeParse(id).success ? await this.visits.get(edition.id, id) : undefined;
    const [visit] = stored === undefined ? [] : await this.reader.read(edition, [stored]);
    if (visit === undefined) throw new ProblemError("not_found", "This edition has no such visit.");
    return visit;
  }

  /** States come of the ledger and the clock: visits are read on until enough of those wanted are found. */
  private async look(
    edition: EditionConfiguration,
    filter: VisitFilter,
    { after, limit }: { after: VisitOrder | undefined; limit: number },
    wanted: ((visit: Visit) => boolean) | undefined,
  ): Promise<{ visit: Visit; order: VisitOrder }[]> {
    const atOnce = wanted === undefined ? limit : READ_AT_ONCE;
    const found: { visit: Visit; order: VisitOrder }[] = [];
    let from = after;
    for (;;) {
      const stored = await this.visits.list(edition.id, filter, { after: from, limit: atOnce });
      const read = await this.reader.read(edition, stored);
      for (const [index, visit] of read.entries()) {
        const row = stored[index];
        if (row !== undefined && (wanted === undefined || wanted(visit))) found.push({ visit, order: orderOf(row) });
      }
      const last = stored.at(-1);
      if (last === undefined || stored.length < atOnce || found.length >= limit) return found.slice(0, limit);
      from = orderOf(last);
    }
  }
}

const orderOf = ({ at, id }: StoredVisit): VisitOrder => ({ at: at.toISOString(), id });

/** Of a day and a zone as they are named in a query. */
export function filterOf(
  edition: EditionConfiguration,
  { day, anyDay, zone, ...rest }: Omit<VisitQuery, "limit" | "cursor" | "state">,
): VisitFilter {
  return {
    ...rest,
    zone,
    withoutSlot: zone !== undefined && edition.zones.get(zone)?.kind === "site",
    during: day === undefined ? undefined : startsOn(edition, day),
    anyDay: anyDay === "true",
  };
}
