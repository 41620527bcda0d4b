import { createParamDecorator, type ExecutionContext } from "@nestjs/common";
import type { AuthenticatedRequest } from "./handles.ts";
import { mayUseAllEditions, outOfScope, type Principal } from "./principal.ts";
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

/** Throws `out_of_scope` for who is bound to editions, where something beyond them is at stake. */
export function refuseBound(actor: Actor): void {
  if (actor.kind === "system" || mayUseAllEditions(actor)) return;
  if (actor.kind === "person") throw outOfScope();
  throw new ProblemError("forbidden", "This token is for one edition only.");
}
