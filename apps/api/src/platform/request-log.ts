import { Logger } from "@nestjs/common";
import type { FastifyInstance, FastifyRequest } from "fastify";

const SLOW_MS = 1_000;
/** Not a failure but an answer, and of an overload the last thing to write a line for each. */
const BUSY = 503;

/** What a request is called in the log. */
export type RequestName = Pick<FastifyRequest, "id" | "method" | "url">;

/**
 * Every answer carries its request's id in `x-request-id`. What failed or was slow is logged under it; the thousands
 * of answers a second that were neither are counted by the metrics instead.
 */
export function registerRequestLog(fastify: FastifyInstance): void {
  fastify.addHook("onRequest", (request, reply, next) => {
    void reply.header("x-request-id", request.id);
    next();
  });
  fastify.addHook("onResponse", (request, reply, next) => {
    noteAnswer(request, reply.statusCode, reply.elapsedTime);
    next();
  });
}

const log = new Logger("http");

/** Logs an answer that failed or was slow. */
export function noteAnswer({ id, method, url }: RequestName, status: number, elapsedMs: number): void {
  if ((status < 500 || status === BUSY) && elapsedMs < SLOW_MS) return;
  const route = `${method} ${url.split("?")[0]}`;
  log.warn({ message: "failed or slow", requestId: id, route, status, ms: Math.round(elapsedMs) });
}
