import type { FastifyInstance } from "fastify";
import { ProblemError } from "./problem-error.ts";

/**
 * Bodies are JSON or nothing. Many clients name a content type with every request, also with one that brings nothing:
 * an empty body is none.
 */
export function takeOnlyJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser("error", "error");
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body === "") done(null);
    else void parse(request, body, done);
  });
  fastify.addContentTypeParser("*", (request, _, done) => {
    if (request.headers["content-length"] === "0") done(null);
    else done(new ProblemError("unsupported_media_type", "Send application/json."));
  });
}
