import { z } from "zod";
import { email, password, person, role, scope } from "./people.ts";
import { shortText, uuid } from "./primitives.ts";

/** How long a link opens. */
export const INVITATION_DAYS = 7;

/** `invitation` for somebody new, `reset` for somebody whose password was forgotten. */
export const invitationKind = z.enum(["invitation", "reset"]);
export const invitationState = z.enum(["open", "used", "expired", "withdrawn"]);

/** A link to choose a password with; what it carries is shown once, to who made it. */
export const invitation = z.object({
  id: uuid,
  kind: invitationKind,
  email: z.string(),
  name: z.string(),
  role,
  scope: person.shape.scope,
  state: invitationState,
  createdAt: z.string(),
  /** E-mail of the person, or name of the token. */
  createdBy: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
});
export type Invitation = z.infer<typeof invitation>;
export const newInvitation = z.strictObject({ email, name: shortText, role, scope: scope.nullable().default(null) });
export type NewInvitation = z.infer<typeof newInvitation>;
/** `token` belongs behind the `#` of the console's `/invitation`, where no log of a server sees it. */
export const madeInvitation = invitation.extend({ token: z.string() });
export type MadeInvitation = z.infer<typeof madeInvitation>;

const token = z.string().max(128);
export const invitationLook = z.strictObject({ token });
/** What whoever holds the link is told of it. */
export const shownInvitation = z.object({
  kind: invitationKind,
  email: z.string(),
  name: z.string(),
  role,
  expiresAt: z.string(),
  /** Whether a code of the authenticator is asked for beside the new password. */
  codeNeeded: z.boolean(),
});
export type ShownInvitation = z.infer<typeof shownInvitation>;
export const invitationAcceptance = z.strictObject({ token, password, code: z.string().max(16).optional() });
export type InvitationAcceptance = z.infer<typeof invitationAcceptance>;

/** What every account is held to. */
export const accountPolicyFields = z.strictObject({ secondFactorRoles: z.array(role).max(4) });
export type AccountPolicyFields = z.infer<typeof accountPolicyFields>;
export const accountPolicy = z.object({
  secondFactorRoles: z.array(role),
  /** How many of each role have no second factor. */
  without: z.object({ viewer: z.int(), supervisor: z.int(), organiser: z.int(), administrator: z.int() }),
});
export type AccountPolicy = z.infer<typeof accountPolicy>;
