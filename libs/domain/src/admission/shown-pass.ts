export type PassKind = "visitor" | "group" | "accreditation";

/** What a pass that was verified says of itself. No person is named. */
export interface PassFacts {
  /** Names the pass, also when typed: twelve characters of Crockford's base 32. */
  code: string;
  kind: PassKind;
  category: string;
  /** Of a group: how many may come, in one go or in parts; null for one person. */
  group: { pupils: number; adults: number } | null;
  /** Codes of the zones it opens; null for every zone. */
  zones: readonly string[] | null;
  /** ms since the epoch, from inclusive, until exclusive; null for no bound. */
  validFrom: number | null;
  validUntil: number | null;
  revoked: boolean;
}

/** What a person showed at the door. */
export type ShownPass =
  | { state: "none" }
  | { state: "valid"; facts: PassFacts }
  /** It is no pass of this edition. */
  | { state: "unknown" }
  /** It can't be verified here and now: a typed code without network, a key that is not known yet (A2). */
  | { state: "unverifiable" };
