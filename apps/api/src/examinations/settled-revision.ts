/** A revision of a settled day, with the edition it is of. */
export interface SettledRevision {
  editionId: number;
  day: string;
  revision: number;
  version: number;
}

export interface LedgerDigest {
  rows: number;
  bytes: number;
  /** SHA-256, 32 bytes. */
  digest: Buffer;
}
