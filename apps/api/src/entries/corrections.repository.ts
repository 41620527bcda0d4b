import { Injectable } from "@nestjs/common";
import { type CommitFrame, noticingStale } from "../editions/commit-frame.ts";
import { Database } from "../platform/database.ts";

export interface Adjustment {
  id: string;
  zoneId: number;
  direction: "in" | "out";
  headcount: number;
  category: string;
  /** ms since the epoch. */
  at: number;
  day: string;
  authorId: string;
  reason: string;
}

export interface Anchor {
  id: string;
  zoneId: number;
  inside: number;
  /** ms since the epoch. */
  at: number;
  day: string;
  authorId: string | null;
  reason: string;
}

/** Corrections by people and resets by the clock: rare, each a transaction of its own. */
@Injectable()
export class CorrectionsRepository {
  constructor(private readonly database: Database) {}

  /** The version of its commit. */
  async adjust(frame: CommitFrame, it: Adjustment): Promise<number> {
    return this.commit("select record_adjustment($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13) as version", frame, [
      it.id,
      it.zoneId,
      it.direction,
      it.headcount,
      it.category,
      it.at,
      it.day,
      it.authorId,
      it.reason,
    ]) as Promise<number>;
  }

  /** The version of its commit; null when its id was on the ledger already. */
  async anchor(frame: CommitFrame, it: Anchor): Promise<number | null> {
    return this.commit("select record_anchor($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11) as version", frame, [
      it.id,
      it.zoneId,
      it.inside,
      it.at,
      it.day,
      it.authorId,
      it.reason,
    ]);
  }

  async existing(ids: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.database.pool.query<{ id: string }>(
      "select id from ledger where id = any($1::uuid[])",
      [ids],
    );
    return new Set(rows.map((row) => row.id));
  }

  async editionIds(): Promise<number[]> {
    const { rows } = await this.database.pool.query<{ id: number }>(
      "select id from edition where status <> 'archived' order by id",
    );
    return rows.map((row) => row.id);
  }

  async placeOfEntry(id: string): Promise<{ editionId: number; zoneId: number } | undefined> {
    const { rows } = await this.database.pool.query<{ editionId: number; zoneId: number }>(
      `select edition_id as "editionId", zone_id as "zoneId" from ledger where id = $1`,
      [id],
    );
    return rows[0];
  }

  private async commit(text: string, frame: CommitFrame, values: unknown[]): Promise<number | null> {
    const { editionId, configVersion, receivedAt, rehearsal } = frame;
    const { rows } = await noticingStale(() =>
      this.database.pool.query<{ version: number | null }>(text, [
        editionId,
        configVersion,
        receivedAt,
        rehearsal,
        ...values,
      ]),
    );
    return rows[0]?.version ?? null;
  }
}
