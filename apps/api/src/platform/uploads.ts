import { allRoutes, MAX_IMPORT_BYTES, type Route } from "@abwab/contract";
import type { INestApplicationContext } from "@nestjs/common";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { CallerCheck } from "./caller-check.ts";
import { ProblemError } from "./problem-error.ts";
import { problemOf, sendProblem } from "./problem-filter.ts";

const FILE_TYPE = "application/octet-stream";

const uploads = new Map<string, Route>(
  allRoutes.flatMap(([, route]: [string, Route]) => (route.upload ? [[`${route.method} ${route.path}`, route]] : [])),
);

/**
 * Lets the routes whose body is a file take one, as the bytes it is made of, and only them. Who may not call is told
 * so before the file is read. Call it before there are routes.
 */
export function takeUploads(fastify: FastifyInstance, nest: INestApplicationContext): void {
  fastify.addHook("onRoute", (options) => {
    const methods = [options.method].flat();
    if (methods.some((method) => uploads.has(`${method} ${options.url}`))) options.bodyLimit = MAX_IMPORT_BYTES;
  });
  fastify.addHook("onRequest", async (request, reply) => {
    const route = uploadRoute(request);
    if (route === undefined) return undefined;
    try {
      await nest.get(CallerCheck).admit(route, request);
      return undefined;
    } catch (error) {
      sendProblem(reply, problemOf(error, request));
      return reply;
    }
  });
  fastify.addContentTypeParser<Buffer>(FILE_TYPE, { parseAs: "buffer" }, (request, body, done) => {
    if (uploadRoute(request) !== undefined) done(null, body);
    else if (body.length === 0) done(null);
    else done(new ProblemError("unsupported_media_type", "Send application/json."));
  });
}

/** The file that was sent; throws `unsupported_media_type` for a body of another type. */
export function uploadOf({ headers, body }: FastifyRequest): Buffer {
  if (headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase() !== FILE_TYPE) {
    throw new ProblemError("unsupported_media_type", `Send the file as ${FILE_TYPE}.`);
  }
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

const uploadRoute = (request: FastifyRequest): Route | undefined =>
  uploads.get(`${request.method} ${request.routeOptions.url ?? ""}`);
