import { VOID_WINDOW_MS } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { type CommitFrame, noticingStale } from "../editions/commit-frame.ts";
import { Database, prompt } from "../platform/database.ts";
import { plainArray, textArray } from "./array-literal.ts";
import type { EditionHold } from "./edition-hold.repository.ts";
import type { PreparedEntry } from "./prepare-entry.ts";

export type EntryOutcome = "recorded" | "duplicate" | "id_reused";
export type VoidOutcome = EntryOutcome | "unknown_entry" | "void_not_allowed";

export interface PreparedVoid {
  id: string;
  target: string;
  /** ms since the epoch. */
  occurredAt: number;
  deviceId: string | null;
  authorId: string | null;
  reason: string | null;
}

/** The ledger's hot path: one function call, which is one transaction, for many requests' entries. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly database: Database) {}

  /** Durable when it resolves, or with `hold` when that has ended. Outcomes and flags in the order given. */
  async recordEntries(
    frame: CommitFrame,
    entries: readonly PreparedEntry[],
    hold?: EditionHold,
  ): Promise<{ outcome: EntryOutcome; flags: number }[]> {
    const rows = await this.call<{ place: number; outcome: EntryOutcome; ledger_flags: number }>(
      "record_entries",
      "select * from record_entries($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21)",
      [
        ...frameValues(frame),
        plainArray(entries.map((it) => it.id)),
        plainArray(entries.map((it) => it.zoneId)),
        plainArray(entries.map((it) => it.checkpointId)),
        plainArray(entries.map((it) => it.checkpointSent)),
        plainArray(entries.map((it) => it.direction)),
        plainArray(entries.map((it) => it.headcount)),
        plainArray(entries.map((it) => it.category)),
        plainArray(entries.map((it) => it.occurredAt)),
        plainArray(entries.map((it) => it.placedAt)),
        plainArray(entries.map((it) => it.day)),
        plainArray(entries.map((it) => it.flags)),
        plainArray(entries.map((it) => it.insideLimit)),
        plainArray(entries.map((it) => it.deviceId)),
        plainArray(entries.map((it) => it.authorId)),
        plainArray(entries.map((it) => it.passDigest)),
        textArray(entries.map((it) => it.origin)),
        textArray(entries.map((it) => it.operator)),
      ],
      hold,
    );
    const outcomes = entries.map((it): { outcome: EntryOutcome; flags: number } => ({
      outcome: "recorded",
      flags: it.flags,
    }));
    for (const row of rows) outcomes[row.place - 1] = { outcome: row.outcome, flags: row.ledger_flags };
    return outcomes;
  }

  /** Durable when it resolves. Outcomes in the order given, with the commit's version. */
  async recordVoids(
    frame: CommitFrame,
    voids: readonly PreparedVoid[],
    byPerson: boolean,
  ): Promise<{ outcome: VoidOutcome; version: number }[]> {
    const rows = await this.call<{ outcome: VoidOutcome; commit_version: number }>(
      "record_voids",
      "select * from record_voids($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) order by place",
      [
        ...frameValues(frame),
        VOID_WINDOW_MS,
        byPerson,
        plainArray(voids.map((it) => it.id)),
        plainArray(voids.map((it) => it.target)),
        plainArray(voids.map((it) => it.occurredAt)),
        plainArray(voids.map((it) => it.deviceId)),
        plainArray(voids.map((it) => it.authorId)),
        textArray(voids.map((it) => it.reason)),
      ],
    );
    return rows.map((row) => ({ outcome: row.outcome, version: row.commit_version }));
  }

  private async call<Row extends object>(
    name: string,
    text: string,
    values: unknown[],
    hold: EditionHold = this.database.pool,
  ): Promise<Row[]> {
    const { rows } = await noticingStale(() => hold.query<Row>({ ...prompt, name, text, values }));
    return rows;
  }
}

function frameValues(frame: CommitFrame): unknown[] {
  return [frame.editionId, frame.configVersion, frame.receivedAt, frame.rehearsal];
}
