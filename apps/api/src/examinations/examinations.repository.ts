import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";
import type { Findings, FoundPeak, FoundQuarter } from "./findings.ts";
import type { LedgerDigest, SettledRevision } from "./settled-revision.ts";

/** A settled day's examination, with the revision it is of. */
export interface Examination extends LedgerDigest {
  day: string;
  revision: number;
  findings: Omit<Findings, "quarters" | "peaks">;
}

export interface ZoneExamination {
  day: string;
  revision: number;
  quarters: FoundQuarter[];
  /** null where nobody was ever inside, and where exits are not counted. */
  peak: FoundPeak | null;
}

@Injectable()
export class ExaminationsRepository {
  constructor(private readonly database: Database) {}

  /** Revisions that are still to be examined, the latest first. */
  async missing(limit: number): Promise<SettledRevision[]> {
    const { rows } = await this.database.pool.query<SettledRevision>(
      `select edition_id as "editionId", day, revision, version from settled_day as settled
       where not exists (select from day_examination as done
         where done.edition_id = settled.edition_id and done.day = settled.day and done.revision = settled.revision)
       order by settled_at desc limit $1`,
      [limit],
    );
    return rows;
  }

  /** Where another server was quicker its examination, which says the same, stands. */
  async keep({ editionId, day, revision }: SettledRevision, digest: LedgerDigest, findings: Findings): Promise<void> {
    await this.database.pool.query(
      `insert into day_examination (edition_id, day, revision, rows, bytes, digest, findings)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [editionId, day, revision, digest.rows, digest.bytes, digest.digest, JSON.stringify(findings)],
    );
  }

  /** Of every revision, without what moved by quarter of an hour. */
  async of(editionId: number): Promise<Examination[]> {
    const { rows } = await this.database.pool.query<Examination>(
      `select day, revision, rows, bytes, digest, findings - 'quarters' - 'peaks' as findings from day_examination
       where edition_id = $1 order by day, revision`,
      [editionId],
    );
    return rows;
  }

  /** What moved at one zone, of every revision. */
  async ofZone(editionId: number, zone: string): Promise<ZoneExamination[]> {
    const own = (part: string): string =>
      `jsonb_path_query_array(findings, '$.${part}[*] ? (@.zone == $zone)', jsonb_build_object('zone', $2::text))`;
    const { rows } = await this.database.pool.query<ZoneExamination>(
      `select day, revision, ${own("quarters")} as quarters, ${own("peaks")}->0 as peak from day_examination
       where edition_id = $1 order by day, revision`,
      [editionId, zone],
    );
    return rows;
  }

  /** What a day's process has to know of its edition; undefined where it is gone. */
  async edition(id: number): Promise<{ slug: string; timeZone: string } | undefined> {
    const { rows } = await this.database.pool.query<{ slug: string; timeZone: string }>(
      `select slug, time_zone as "timeZone" from edition where id = $1`,
      [id],
    );
    return rows[0];
  }
}
