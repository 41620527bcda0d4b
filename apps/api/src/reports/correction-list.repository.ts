import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";

/** A correction as it stands on the ledger. */
export interface ListedCorrection {
  kind: "void" | "adjustment" | "anchor";
  zone: string;
  day: string;
  direction: "in" | "out" | null;
  category: string | null;
  /** What it adds to its direction; of a recount how many were inside. */
  headcount: number;
  /** When it was received, ms since the epoch. */
  at: number;
  /** A person's e-mail address, the name of a token or of a device; null of who is no longer known. */
  by: string | null;
  reason: string | null;
}

export interface CorrectionList {
  /** Those that change most, in the order of time. */
  items: ListedCorrection[];
  /** How many there are in all. */
  count: number;
}

/** A day whose corrections are listed, up to the version at which it was settled. */
export interface CorrectedDay {
  day: string;
  /** null for all that there are. */
  until: number | null;
}

// Resets at the day's cut-off, which nobody made, correct nothing. A partial index finds what is no entry by day.
const LIST = `
  with found as (
    select ledger.*, zone.code as zone, count(*) over ()::int as all_found
    from unnest($2::date[], $3::bigint[]) as asked (asked_day, until)
      join ledger on ledger.day = asked_day join zone on zone.id = zone_id
    where ledger.edition_id = $1 and ledger.kind <> 'entry' and (ledger.kind <> 'anchor' or author_id is not null)
      and (flags & rehearsal_bit() <> 0) = $4 and (until is null or version <= until)
      and ($5::text is null or zone.code = $5)
    order by ledger.kind = 'anchor', abs(headcount) desc, received_at, ledger.id limit $6
  )
  select found.kind, zone, found.day, direction, category, headcount, reason, all_found as count,
    (date_part('epoch', received_at) * 1000)::bigint as at, coalesce(person.email, api_token.name, device.name) as by
  from found left join person on person.id = author_id left join api_token on api_token.id = author_id
    left join device on device.id = device_id
  order by received_at, found.id`;

@Injectable()
export class CorrectionListRepository {
  constructor(private readonly database: Database) {}

  /**
   * @param zone code of the only one whose corrections are listed; null for all
   * @param limit how many at most
   */
  async list(
    editionId: number,
    days: readonly CorrectedDay[],
    { rehearsal, zone, limit }: { rehearsal: boolean; zone: string | null; limit: number },
  ): Promise<CorrectionList> {
    const { rows } = await this.database.pool.query<ListedCorrection & { count: number }>(LIST, [
      editionId,
      days.map(({ day }) => day),
      days.map(({ until }) => until),
      rehearsal,
      zone,
      limit,
    ]);
    return { items: rows, count: rows[0]?.count ?? 0 };
  }
}
