import type { PassTokenPayload } from "@abwab/contract";

const ZONE = /^[A-Z0-9]+(?:[-_][A-Z0-9]+)*$/;

/**
 * What a token says whose signature was verified; undefined where it says something else than a pass does. By hand, as
 * the contract's schema says it: a check that a scan waits for, and a library that a kiosk is not sent for it.
 */
export function readPayload(said: unknown): PassTokenPayload | undefined {
  if (typeof said !== "object" || said === null) return undefined;
  const { jti, k, c, g, z, nbf, exp, n } = said as Record<string, unknown>;
  const fits =
    isText(jti, /^[0-9A-HJKMNP-TV-Z]{12}$/) &&
    (k === "v" || k === "g" || k === "a") &&
    isText(c, /^[a-z][a-z0-9_]{0,31}$/) &&
    (g === undefined || (Array.isArray(g) && g.length === 2 && g.every((number) => isWhole(number, 0, 1_000)))) &&
    (z === undefined ||
      (Array.isArray(z) && z.length > 0 && z.every((code) => isText(code, ZONE) && code.length <= 32))) &&
    (nbf === undefined || isWhole(nbf, -1e11, 1e12)) &&
    (exp === undefined || isWhole(exp, -1e11, 1e12)) &&
    (n === undefined || (typeof n === "string" && n.length <= 200));
  return fits ? (said as PassTokenPayload) : undefined;
}

const isText = (value: unknown, shape: RegExp): value is string => typeof value === "string" && shape.test(value);
const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
