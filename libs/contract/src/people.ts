import { z } from "zod";
import { code, instant, shortText, slug, uuid } from "./primitives.ts";

/** From the least to the most: each role may do what the ones before it may. */
export const roles = ["viewer", "supervisor", "organiser", "administrator"] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Whether `held` is `needed` or above it. */
export const hasRole = (held: Role, needed: Role): boolean => roles.indexOf(held) >= roles.indexOf(needed);

export const email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());
/** NIST SP 800-63B: length counts, composition rules do not. */
export const password = z.string().min(12).max(256);

export const user = z.object({ id: uuid, email: z.string(), name: z.string(), role });
export type User = z.infer<typeof user>;

export const signInRequest = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(256),
  code: z.string().max(16).optional(),
});
export type SignInRequest = z.infer<typeof signInRequest>;
/** The editions that somebody is bound to, and codes of zones of each: null for every zone of it. */
export const scope = z
  .array(z.strictObject({ edition: slug, zones: z.array(code).min(1).max(500).nullable() }))
  .min(1)
  .max(50)
  .refine((all) => new Set(all.map(({ edition }) => edition)).size === all.length, "must name each edition once");
/** As it is answered: of what was removed since, nothing is left. */
const shownScope = z.array(z.object({ edition: slug, zones: z.array(code).nullable() }));
export type Scope = z.infer<typeof shownScope>;

/** `secondFactorMissing`: the session is for setting up the second factor that the role needs, and for nothing else. */
export const signedIn = z.object({
  user,
  secondFactorMissing: z.literal(true).optional(),
  /** Absent for who is bound to nothing. */
  scope: shownScope.optional(),
});
export type SignedIn = z.infer<typeof signedIn>;

export const person = user.extend({
  createdAt: z.string(),
  lastSignInAt: z.string().nullable(),
  /** Whether signing in asks for a code beside the password. */
  secondFactor: z.boolean(),
  /** null: every edition. */
  scope: shownScope.nullable(),
});
export type Person = z.infer<typeof person>;
export const newPerson = z.strictObject({
  email,
  name: shortText,
  role,
  scope: scope.nullable().default(null),
  password: password.optional(),
});
export type NewPerson = z.infer<typeof newPerson>;
/** With the password that was made for the person where none was given; shown this once. */
export const createdPerson = person.extend({ password: z.string().optional() });
export const personPatch = z
  .strictObject({ email, name: shortText, role, scope: scope.nullable(), password })
  .partial();
export type PersonPatch = z.infer<typeof personPatch>;
export const passwordChange = z.strictObject({ current: z.string().max(256), password });
export type PasswordChange = z.infer<typeof passwordChange>;

/** A second factor by time (TOTP, RFC 6238), and codes on paper for when the telephone is lost. */
export const secondFactor = z.object({ enrolledAt: z.string().nullable(), recoveryCodesLeft: z.int() });
export type SecondFactor = z.infer<typeof secondFactor>;
export const passwordProof = z.strictObject({ password: z.string().max(256) });
/** For an authenticator to scan (an `otpauth:` address) or to be typed (base 32). It counts once it is confirmed. */
export const offeredFactor = z.object({ secret: z.string(), uri: z.string() });
export type OfferedFactor = z.infer<typeof offeredFactor>;
const factorCode = z.string().trim().min(6).max(16);
export const factorConfirmation = z.strictObject({ code: factorCode });
/** Each signs in once in the place of a code; shown this once. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;
export const factorRemoval = z.strictObject({ password: z.string().max(256), code: factorCode });
export type FactorRemoval = z.infer<typeof factorRemoval>;

/** Where somebody is signed in. */
export const session = z.object({
  id: uuid,
  createdAt: z.string(),
  expiresAt: z.string(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** The one that asks. */
  current: z.boolean(),
});
export type Session = z.infer<typeof session>;

export const apiToken = z.object({
  id: uuid,
  name: z.string(),
  role,
  edition: slug.nullable(),
  /** Of that edition; null for every zone. */
  zones: z.array(code).nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type ApiToken = z.infer<typeof apiToken>;
export const newApiToken = z.strictObject({
  name: shortText,
  role,
  edition: slug.optional(),
  /** Of that edition. */
  zones: z.array(code).min(1).max(500).optional(),
  expiresAt: instant.optional(),
});
export type NewApiToken = z.infer<typeof newApiToken>;
export const createdApiToken = z.object({ id: uuid, token: z.string() });
