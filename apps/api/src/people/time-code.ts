import { Secret, TOTP } from "otpauth";

/** Seconds that a code lasts, and how many steps the telephone's clock may be off either way (RFC 6238, 5.2). */
const PERIOD = 30;
const STEPS_OFF = 1;
const SECRET_BYTES = 20;
const DIGITS = 6;

const totpOf = (secret: Uint8Array, label = ""): TOTP =>
  new TOTP({
    issuer: "Abwab",
    label,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    digits: DIGITS,
    period: PERIOD,
  });

/** As long as the hash of RFC 4226 advises: 160 bits. */
export const newFactorSecret = (): Uint8Array => new Secret({ size: SECRET_BYTES }).bytes;

/** What an authenticator scans, and the same to be typed. */
export function offerOf(secret: Uint8Array, email: string): { secret: string; uri: string } {
  const totp = totpOf(secret, email);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/**
 * The time step whose code this is; undefined where it is none of now, the one before or the one after.
 *
 * @param now ms since the epoch
 */
export function stepOfCode(secret: Uint8Array, code: string, now: number): number | undefined {
  const off = totpOf(secret).validate({ token: code, timestamp: now, window: STEPS_OFF });
  return off === null ? undefined : Math.floor(now / (PERIOD * 1000)) + off;
}
