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
  /** Ids of the zones of its edition; null: every zone. */
  zoneIds: readonly number[] | null;
}

/** An edition that somebody is bound to, and ids of the zones of it; null: every zone. */
export interface Binding {
  editionId: number;
  zoneIds: readonly number[] | null;
}

export interface PersonPrincipal {
  kind: "person";
  id: string;
  email: string;
  name: string;
  role: Role;
  sessionId: string;
  /** The editions that the person is bound to; null: to none. */
  scope: readonly Binding[] | null;
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

/** Ids of the zones of an edition that the caller may look at: `all` of them, `none`, or these. */
export function zonesOf(principal: Principal, editionId: number): "all" | "none" | ReadonlySet<number> {
  if (principal.kind === "person") {
    if (principal.scope === null) return "all";
    const binding = principal.scope.find((each) => each.editionId === editionId);
    return binding === undefined ? "none" : idsOf(binding.zoneIds);
  }
  if (principal.editionId !== null && principal.editionId !== editionId) return "none";
  return principal.kind === "device" ? "all" : idsOf(principal.zoneIds);
}

const idsOf = (ids: readonly number[] | null): "all" | ReadonlySet<number> => (ids === null ? "all" : new Set(ids));

/** Whether the caller may look at or touch the whole of this edition. */
export const mayUseEdition = (principal: Principal, editionId: number): boolean =>
  zonesOf(principal, editionId) === "all";

/** Whether the caller may look at every edition. */
export function mayUseAllEditions(principal: Principal): boolean {
  return principal.kind === "person" ? principal.scope === null : principal.editionId === null;
}

/** Whether the caller sees only some zones of an edition. */
export function isBoundToZones(principal: Principal): boolean {
  if (principal.kind === "person") return principal.scope?.some(({ zoneIds }) => zoneIds !== null) ?? false;
  return principal.kind === "token" && principal.zoneIds !== null;
}

/** The editions of which the caller sees something; null for every one. */
export function editionsSeenBy(principal: Principal): number[] | null {
  if (principal.kind === "person") return principal.scope?.map(({ editionId }) => editionId) ?? null;
  return principal.editionId === null ? null : [principal.editionId];
}

/** Why somebody who is bound to editions or zones is refused beyond them. */
export const outOfScope = (): ProblemError =>
  new ProblemError("out_of_scope", "Your account is for other editions or zones.");

/** Why the caller may not use the whole of an edition. */
export function refusalOf(principal: Principal, editionId: number): ProblemError {
  const isPart = principal.kind === "person" || zonesOf(principal, editionId) !== "none";
  return isPart ? outOfScope() : new ProblemError("forbidden", "This token is for another edition.");
}

/** The caller of a route that only people may call. Throws `forbidden`. */
export function asPerson(principal: Principal): PersonPrincipal {
  if (principal.kind !== "person") throw new ProblemError("forbidden", "This is for people.");
  return principal;
}
