import { z } from "zod";
import { instant, shortText, slug, uuid } from "./primitives.ts";

/** From the least to the most: each role may do what the ones before it may. */
export const roles = ["viewer", "supervisor", "organiser", "administrator"] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Whether `held` is `needed` or above it. */
export const hasRole = (held: Role, needed: Role): boolean => roles.indexOf(held) >= roles.indexOf(needed);

const email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());
/** NIST SP 800-63B: length counts, composition rules do not. */
const password = z.string().min(12).max(256);

export const user = z.object({ id: uuid, email: z.string(), name: z.string(), role });
export type User = z.infer<typeof user>;

export const signInRequest = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(256),
  code: z.string().max(16).optional(),
});
export type SignInRequest = z.infer<typeof signInRequest>;
export const signedIn = z.object({ user });
export type SignedIn = z.infer<typeof signedIn>;

export const person = user.extend({ createdAt: z.string(), lastSignInAt: z.string().nullable() });
export type Person = z.infer<typeof person>;
export const newPerson = z.strictObject({ email, name: shortText, role, password: password.optional() });
export type NewPerson = z.infer<typeof newPerson>;
/** With the password that was made for the person where none was given; shown this once. */
export const createdPerson = person.extend({ password: z.string().optional() });
export const personPatch = z.strictObject({ email, name: shortText, role, password }).partial();
export type PersonPatch = z.infer<typeof personPatch>;
export const passwordChange = z.strictObject({ current: z.string().max(256), password });
export type PasswordChange = z.infer<typeof passwordChange>;

export const apiToken = z.object({
  id: uuid,
  name: z.string(),
  role,
  edition: slug.nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type ApiToken = z.infer<typeof apiToken>;
export const newApiToken = z.strictObject({
  name: shortText,
  role,
  edition: slug.optional(),
  expiresAt: instant.optional(),
});
export type NewApiToken = z.infer<typeof newApiToken>;
export const createdApiToken = z.object({ id: uuid, token: z.string() });
