import { createParamDecorator, type ExecutionContext } from "@nestjs/common";
import type { AuthenticatedRequest } from "./handles.ts";
import type { Principal } from "./principal.ts";
import { ProblemError } from "./problem-error.ts";

/** The service itself, where nobody asked for the change. */
export const SYSTEM = { kind: "system" } as const;

/** Who makes a change, and from where (P2). */
export type Actor = (Principal & { address?: string }) | typeof SYSTEM;

/** The caller as the one who makes a change. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { principal, ip } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (principal === undefined) throw new ProblemError("unauthenticated", "Sign in, or send a bearer token.");
  return { ...principal, address: ip };
});

/** Throws `forbidden` for a token that is bound to an edition, where something beyond that edition is at stake. */
export function refuseBoundToken(actor: Actor): void {
  if (actor.kind === "token" && actor.editionId !== null) {
    throw new ProblemError("forbidden", "This token is for one edition only.");
  }
}
