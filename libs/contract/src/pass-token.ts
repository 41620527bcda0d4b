import type { PassFacts, PassKind } from "@abwab/domain";
import { z } from "zod";
import { category } from "./editions.ts";
import { passCode } from "./passes.ts";
import { code } from "./primitives.ts";

/** The signature's algorithm (RFC 8037), the only one that is taken. */
export const PASS_ALGORITHM = "EdDSA";

const kinds = { v: "visitor", g: "group", a: "accreditation" } as const satisfies Record<string, PassKind>;
type KindLetter = keyof typeof kinds;
const letters: Record<PassKind, KindLetter> = { visitor: "v", group: "g", accreditation: "a" };

const headcount = z.int().min(0).max(1000);
const seconds = z.int().min(-1e11).max(1e12);

export const passTokenHeader = z.object({ alg: z.literal(PASS_ALGORITHM), kid: z.string().min(1).max(64) });

/** What a token says, in the shortest names: each character makes the QR code harder to read. No person is named. */
export const passTokenPayload = z.object({
  /** Its code (RFC 7519, 4.1.7). */
  jti: passCode,
  /** Its kind: visitor, group or accreditation. */
  k: z.enum(["v", "g", "a"]),
  /** Its category. */
  c: category,
  /** Of a group: pupils and adults. */
  g: z.tuple([headcount, headcount]).optional(),
  /** The zones that it opens; absent for every zone. */
  z: z.array(code).min(1).optional(),
  /** Valid from, inclusive, and until, exclusive, in seconds since the epoch (RFC 7519, 4.1.5 and 4.1.4). */
  nbf: seconds.optional(),
  exp: seconds.optional(),
  /** Of a group or an accreditation: the organisation or the duty. */
  n: z.string().max(200).optional(),
});
export type PassTokenPayload = z.infer<typeof passTokenPayload>;

/** What a pass says of itself; whether it was revoked stands elsewhere. */
export type PassClaims = Omit<PassFacts, "revoked">;

/** The payload of a pass's token. Always in the same order of names: the same pass is signed to the same token. */
export function toPayload(facts: PassClaims, label: string | null): PassTokenPayload {
  return {
    jti: facts.code,
    k: letters[facts.kind],
    c: facts.category,
    ...(facts.group !== null && { g: [facts.group.pupils, facts.group.adults] as [number, number] }),
    ...(facts.zones !== null && { z: [...facts.zones] }),
    ...(facts.validFrom !== null && { nbf: toSeconds(facts.validFrom) }),
    ...(facts.validUntil !== null && { exp: toSeconds(facts.validUntil) }),
    ...(label !== null && { n: label }),
  };
}

/** What a payload whose signature was verified says. */
export function toFacts({ jti, k, c, g, z: zones, nbf, exp }: PassTokenPayload): PassClaims {
  return {
    code: jti,
    kind: kinds[k],
    category: c,
    group: g === undefined ? null : { pupils: g[0], adults: g[1] },
    zones: zones ?? null,
    validFrom: nbf === undefined ? null : nbf * 1000,
    validUntil: exp === undefined ? null : exp * 1000,
  };
}

const toSeconds = (instant: number): number => Math.floor(instant / 1000);
