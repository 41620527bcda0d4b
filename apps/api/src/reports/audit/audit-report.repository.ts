import type { SettledFigure } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database.ts";

/** One revision of a settled day. */
export interface Revision {
  day: string;
  revision: number;
  version: number;
  /** ms since the epoch. */
  settledAt: number;
  settledBy: string;
  figures: SettledFigure[];
}

/** An event of the audit trail with the hash of the chain up to it. */
export interface ChainLink {
  seq: number;
  /** SHA-256, in hex. */
  hash: string;
}

/** What was brought in from the files of devices that were lost. */
export interface Recovered {
  times: number;
  entries: number;
}

@Injectable()
export class AuditReportRepository {
  constructor(private readonly database: Database) {}

  /** Every revision of every settled day, in order. */
  async revisions(editionId: number): Promise<Revision[]> {
    const { rows } = await this.database.pool.query<Omit<Revision, "settledAt"> & { settledAt: Date }>(
      `select day, revision, version, settled_at as "settledAt", settled_by as "settledBy", figures
       from settled_day where edition_id = $1 order by day, revision`,
      [editionId],
    );
    return rows.map((row) => ({ ...row, settledAt: row.settledAt.getTime() }));
  }

  /** The trail's chain up to the event of the edition's latest settlement; null while that is not chained yet. */
  async chainAtSettlement(slug: string): Promise<ChainLink | null> {
    const { rows } = await this.database.pool.query<{ seq: number | null; hash: string | null }>(
      `select seq, encode(hash, 'hex') as hash from audit_event
       where action = 'day.settle' and subject like $1 order by id desc limit 1`,
      [`${slug}/%`],
    );
    return linkOf(rows[0]);
  }

  /** The chain as far as it goes now. */
  async chainNow(): Promise<ChainLink | null> {
    const { rows } = await this.database.pool.query<{ seq: number | null; hash: string | null }>(
      `select seq, encode(hash, 'hex') as hash from audit_event where seq is not null order by seq desc limit 1`,
    );
    return linkOf(rows[0]);
  }

  /** As the audit trail has it, up to a moment. */
  async recovered(editionId: number, until: number): Promise<Recovered> {
    const { rows } = await this.database.pool.query<Recovered>(
      `select count(*)::int as times, coalesce(sum((after->>'recorded')::int), 0)::int as entries
       from device join audit_event on subject = 'device ' || device.id
       where edition_id = $1 and action = 'device.recover' and at <= from_epoch_ms($2)`,
      [editionId, until],
    );
    return rows[0] ?? { times: 0, entries: 0 };
  }
}

const linkOf = (row: { seq: number | null; hash: string | null } | undefined): ChainLink | null =>
  row === undefined || row.seq === null || row.hash === null ? null : { seq: row.seq, hash: row.hash };
