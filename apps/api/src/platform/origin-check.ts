import type { FastifyRequest } from "fastify";
import { ProblemError } from "./problem-error.ts";

/**
 * Refuses a state-changing request that a browser sent from another site: the cookie would go with it. A client that
 * is no browser sends neither header and has no cookie to steal.
 */
export function checkOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  const { origin, "sec-fetch-site": site } = request.headers;
  const foreign = site !== undefined && site !== "same-origin" && site !== "none";
  if (foreign || (origin !== undefined && !isOwnOrigin(origin, request.host, publicUrl))) {
    throw new ProblemError("foreign_origin", "Changes are taken only from this site's own pages.");
  }
}

/** Whether a page of this origin is one of ours: of the address that was asked, or of ABWAB_PUBLIC_URL, as a proxy may
 *  ask under a name of its own. */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  return (
    new URL(origin).host === host || (publicUrl !== undefined && new URL(origin).origin === new URL(publicUrl).origin)
  );
}
