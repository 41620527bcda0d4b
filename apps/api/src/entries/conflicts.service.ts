import { type Conflict, type ConflictQuery, instant, type Page, uuid } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import { EditionAccess } from "../editions/edition-access.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor, writeCursor } from "../platform/page-cursor.ts";
import { hasHistory } from "./admission-desk.ts";
import { type ConflictCursor, ConflictsRepository, type ConflictWindow } from "./conflicts.repository.ts";

/** Ways in that one look goes through, over all zones: a good part of a second's work. */
const WAYS_IN_OF_A_LOOK = 50_000;
/** After this long a page is given out as it is, and the next one goes on from there. */
const LONGEST_MS = 2_000;

const cursorSchema = z.strictObject({ placedAt: instant, id: uuid });
const LOWEST_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Where the same pass came in more often than its zone allows, as the ledger has it now: what comes late is in it, what
 * was voided is not. Rules are those of the zone's present policy.
 */
@Injectable()
export class ConflictsService {
  constructor(
    private readonly access: EditionAccess,
    private readonly conflicts: ConflictsRepository,
  ) {}

  /** Latest first. A page may hold fewer than asked for, or none, and still have a next one. */
  async list(slug: string, query: ConflictQuery, actor: Actor): Promise<Page<Conflict>> {
    const { edition, zones: seen } = await this.access.findPart(slug, actor);
    const zones = [...edition.zones.values()]
      .filter((zone) => hasHistory(zone) && !zone.policy.anonymousOnly)
      .filter(({ code }) => (query.zone === undefined || query.zone === code) && (seen?.has(code) ?? true))
      .map(({ id, policy }) => ({ id, mode: policy.mode }));
    const before = readCursor<ConflictCursor>(query.cursor, cursorSchema) ?? {
      placedAt: query.to ?? "infinity",
      id: LOWEST_ID,
    };
    const from = query.from ?? null;
    return this.walk(
      { editionId: edition.id, zones, before, from, rehearsal: edition.status === "draft" },
      query.limit,
    );
  }

  private async walk(start: ConflictWindow, limit: number): Promise<Page<Conflict>> {
    if (start.zones.length === 0) return { items: [], nextCursor: null };
    const giveOutAt = Date.now() + LONGEST_MS;
    const found: Conflict[] = [];
    for (let window = start; ;) {
      const horizon = await this.conflicts.horizon(window, Math.ceil(WAYS_IN_OF_A_LOOK / window.zones.length));
      found.push(...(await this.conflicts.list({ ...window, from: horizon ?? window.from }, limit + 1 - found.length)));
      if (found.length > limit || horizon === null) return pageOf(found, limit, cursorOf);
      const before = { placedAt: horizon, id: LOWEST_ID };
      if (Date.now() > giveOutAt) return { items: found, nextCursor: writeCursor(before) };
      window = { ...window, before };
    }
  }
}

const cursorOf = ({ second }: Conflict): ConflictCursor => ({ placedAt: second.placedAt, id: second.entryId });
