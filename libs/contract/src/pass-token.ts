import { z } from "zod";
import { category } from "./editions.ts";
import { PASS_ALGORITHM } from "./pass-claims.ts";
import { passCode } from "./passes.ts";
import { code } from "./primitives.ts";

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
