import type { PassFacts, PassKind } from "@abwab/domain";
import type { PassTokenPayload } from "./pass-token.ts";

/** The signature's algorithm (RFC 8037), the only one that is taken. */
export const PASS_ALGORITHM = "EdDSA";

const kinds = { v: "visitor", g: "group", a: "accreditation" } as const satisfies Record<string, PassKind>;
type KindLetter = keyof typeof kinds;
const letters: Record<PassKind, KindLetter> = { visitor: "v", group: "g", accreditation: "a" };

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
