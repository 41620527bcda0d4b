import { Logger } from "@nestjs/common";
import type { FastifyInstance } from "fastify";

const SLOW_MS = 1_000;
/** Not a failure but an answer, and of an overload the last thing to write a line for each. */
const BUSY = 503;

/**
 * Every answer carries its request's id in `x-request-id`. What failed or was slow is logged under it; the thousands
 * of answers a second that were neither are counted by the metrics instead.
 */
export function registerRequestLog(fastify: FastifyInstance): void {
  const log = new Logger("http");
  fastify.addHook("onRequest", (request, reply, next) => {
    void reply.header("x-request-id", request.id);
    next();
  });
  fastify.addHook("onResponse", (request, reply, next) => {
    const ms = Math.round(reply.elapsedTime);
    if ((reply.statusCode >= 500 && reply.statusCode !== BUSY) || ms >= SLOW_MS) {
      const route = `${request.method} ${request.url.split("?")[0]}`;
      log.warn({ message: "failed or slow", requestId: request.id, route, status: reply.statusCode, ms });
    }
    next();
  });
}
