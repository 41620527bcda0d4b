import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import fastifyStatic from "@fastify/static";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { ProblemError } from "../platform/problem-error.ts";
import { sendProblem } from "../platform/problem-filter.ts";
import { CompressedAssets } from "./compressed-assets.ts";
import { setSecurityHeaders } from "./security-headers.ts";

const APPS = ["console", "kiosk"] as const;
const IMMUTABLE = "public, max-age=31536000, immutable";

/** Serves the built front ends under `/console/` and `/kiosk/`, with security headers for everything. */
export async function registerWeb(fastify: FastifyInstance, webRoot: string): Promise<void> {
  setSecurityHeaders(fastify);
  await fastify.register(fastifyStatic, { root: webRoot, serve: false, cacheControl: false });
  const compressed = new CompressedAssets();
  for (const app of APPS) {
    fastify.get(`/${app}`, (_, reply) => reply.redirect(`/${app}/`));
    fastify.get(`/${app}/*`, (request, reply) => serveApp(webRoot, app, compressed, request, reply));
  }
}

async function serveApp(
  webRoot: string,
  app: string,
  compressed: CompressedAssets,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = path.posix.normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname).slice(1));
  const isFile =
    !asked.includes("\0") &&
    asked.startsWith(`${app}/`) &&
    statSync(path.join(webRoot, asked), { throwIfNoEntry: false })?.isFile() === true;
  if (isFile) {
    const isHashed = asked.startsWith(`${app}/assets/`);
    if (!isHashed) return reply.header("cache-control", "no-cache").sendFile(asked);
    void reply.header("cache-control", IMMUTABLE).header("vary", "accept-encoding");
    const small = await compressed.get(path.join(webRoot, asked), request.headers["accept-encoding"]);
    if (small === undefined) return reply.sendFile(asked);
    return reply.header("content-encoding", small.encoding).type(typeOf(asked)).send(small.body);
  }
  // A file that is gone stays gone; any other address is a page of the app.
  if (asked.includes("\0") || /\.\w+$/.test(asked) || !existsSync(path.join(webRoot, app, "index.html"))) {
    sendProblem(reply, new ProblemError("not_found", "There is nothing at this address."));
    return reply;
  }
  return reply.header("cache-control", "no-cache").sendFile(`${app}/index.html`);
}

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
};
const typeOf = (file: string): string => TYPES[path.extname(file)] ?? "application/octet-stream";
