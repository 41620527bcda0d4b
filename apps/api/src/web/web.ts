import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import fastifyStatic from "@fastify/static";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { ProblemError } from "../platform/problem-error.ts";
import { sendProblem } from "../platform/problem-filter.ts";
import { setSecurityHeaders } from "./security-headers.ts";

const APPS = ["console", "kiosk"] as const;
const IMMUTABLE = "public, max-age=31536000, immutable";

/** Serves the built front ends under `/console/` and `/kiosk/`, with security headers for everything. */
export async function registerWeb(fastify: FastifyInstance, webRoot: string): Promise<void> {
  setSecurityHeaders(fastify);
  await fastify.register(fastifyStatic, { root: webRoot, serve: false, cacheControl: false });
  for (const app of APPS) {
    fastify.get(`/${app}`, (_, reply) => reply.redirect(`/${app}/`));
    fastify.get(`/${app}/*`, (request, reply) => serveApp(webRoot, app, request, reply));
  }
}

function serveApp(webRoot: string, app: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const asked = path.posix.normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname).slice(1));
  const isFile =
    !asked.includes("\0") &&
    asked.startsWith(`${app}/`) &&
    statSync(path.join(webRoot, asked), { throwIfNoEntry: false })?.isFile() === true;
  if (isFile) {
    const isHashed = asked.startsWith(`${app}/assets/`);
    return reply.header("cache-control", isHashed ? IMMUTABLE : "no-cache").sendFile(asked);
  }
  // A file that is gone stays gone; any other address is a page of the app.
  if (asked.includes("\0") || /\.\w+$/.test(asked) || !existsSync(path.join(webRoot, app, "index.html"))) {
    sendProblem(reply, new ProblemError("not_found", "There is nothing at this address."));
    return reply;
  }
  return reply.header("cache-control", "no-cache").sendFile(`${app}/index.html`);
}
