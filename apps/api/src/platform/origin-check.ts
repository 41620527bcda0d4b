import type { FastifyRequest } from "fastify";
import { ProblemError } from "./problem-error.ts";

/**
 * Refuses a state-changing request that a browser sent from another site: the cookie would go with it. A client that
 * is no browser sends neither header and has no cookie to steal.
 */
export function checkOrigin(request: FastifyRequest): void {
  const { origin, "sec-fetch-site": site } = request.headers;
  const foreign = site !== undefined && site !== "same-origin" && site !== "none";
  if (foreign || (origin !== undefined && !isOwnOrigin(origin, request))) {
    throw new ProblemError("foreign_origin", "Changes are taken only from this site's own pages.");
  }
}

function isOwnOrigin(origin: string, request: FastifyRequest): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
