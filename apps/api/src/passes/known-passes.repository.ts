import type { PassClaims } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database, prompt } from "../platform/database.ts";

/** A pass that was issued, whether or not it is still good. */
export interface KnownPass {
  editionId: number;
  facts: PassClaims;
  /** SHA-256 of its token in hex: what the ledger keeps of it. */
  digest: string;
  keyId: string;
}

interface Row {
  code: string;
  kind: PassClaims["kind"];
  category: string;
  pupils: number | null;
  adults: number | null;
  zones: string[];
  valid_from: Date | null;
  valid_until: Date | null;
  digest: string;
  key_id: string;
}

@Injectable()
export class KnownPassesRepository {
  constructor(private readonly database: Database) {}

  /** Those of the edition with one of these digests (hex) or codes, in one query. */
  async find(editionId: number, digests: readonly string[], codes: readonly string[]): Promise<KnownPass[]> {
    const { rows } = await this.database.pool.query<Row>({
      ...prompt,
      name: "known_passes",
      text: `select code, kind, category, pupils, adults, zones, valid_from, valid_until, key_id,
               encode(digest, 'hex') as digest
             from pass
             where edition_id = $1
               and (digest = any (array(select decode(hex, 'hex') from unnest($2::text[]) as hex)) or code = any ($3))`,
      values: [editionId, digests, codes],
    });
    return rows.map((row) => ({
      editionId,
      facts: {
        code: row.code,
        kind: row.kind,
        category: row.category,
        group: row.pupils === null ? null : { pupils: row.pupils, adults: row.adults ?? 0 },
        zones: row.zones.length === 0 ? null : row.zones,
        validFrom: row.valid_from?.getTime() ?? null,
        validUntil: row.valid_until?.getTime() ?? null,
      },
      digest: row.digest,
      keyId: row.key_id,
    }));
  }
}
