import { ProblemError } from "./problem-error.ts";
import { type Access, hasRole, type Role } from "@abwab/contract";

export interface DevicePrincipal {
  kind: "device";
  id: string;
  editionId: number;
  /** Of the token that it called with, SHA-256 in hex; absent where somebody acts for it. */
  tokenHash?: string;
}

export interface TokenPrincipal {
  kind: "token";
  id: string;
  name: string;
  role: Role;
  /** null: every edition. */
  editionId: number | null;
}

export interface PersonPrincipal {
  kind: "person";
  id: string;
  email: string;
  name: string;
  role: Role;
  sessionId: string;
  /** Has still to set up the second factor that the role needs, and may do nothing else. */
  limited?: true;
}

/** Who is calling. */
export type Principal = DevicePrincipal | TokenPrincipal | PersonPrincipal;

/** Whether a route's access lets this caller in; the edition is the route's own to check. */
export function allows(access: Access, principal: Principal | undefined): boolean {
  if (principal === undefined) return access.anyone === true;
  if (access.anyone === true) return true;
  if (principal.kind === "device") return access.device === true;
  const needed = access[principal.kind];
  return needed !== undefined && hasRole(principal.role, needed);
}

/** Whether the caller may look at or touch this edition. */
export function mayUseEdition(principal: Principal, editionId: number): boolean {
  if (principal.kind === "person") return true;
  return principal.editionId === null || principal.editionId === editionId;
}

/** Whether the caller may look at every edition. */
export function mayUseAllEditions(principal: Principal): boolean {
  return principal.kind === "person" || principal.editionId === null;
}

/** The caller of a route that only people may call. Throws `forbidden`. */
export function asPerson(principal: Principal): PersonPrincipal {
  if (principal.kind !== "person") throw new ProblemError("forbidden", "This is for people.");
  return principal;
}
