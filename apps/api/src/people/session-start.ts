import { v7 as uuidv7 } from "uuid";
import { hashSecretToken, newSecretToken } from "../platform/secret-token.ts";
import type { NewSession } from "./sessions.repository.ts";

/**
 * A session lasts through an edition and its set-up, so that nobody is thrown out in the rush, and not beyond: it isn't
 * prolonged, and reading it writes nothing. Signing out, a new password, another role and removal end it at once.
 */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;
const USER_AGENT_LENGTH = 200;

/** Where a sign-in comes from. */
export interface Visitor {
  address: string;
  userAgent: string | undefined;
}

/** A session to begin, and its secret. */
export function newSession(personId: string, { address, userAgent }: Visitor): { token: string; session: NewSession } {
  const token = newSecretToken("session");
  const session = {
    id: uuidv7(),
    tokenHash: hashSecretToken(token),
    personId,
    lifetimeSeconds: SESSION_SECONDS,
    address,
    userAgent: userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
  };
  return { token, session };
}
