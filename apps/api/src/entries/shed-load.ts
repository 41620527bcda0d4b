import { routes } from "@abwab/contract";
import type { FastifyInstance } from "fastify";
import { sendProblem } from "../platform/problem-filter.ts";
import type { EntriesService } from "./entries.service.ts";
import { overloaded } from "./overloaded.ts";

/** Turns batches away before their bodies are read while the queue is full, so that the work goes to what is in it. */
export function shedLoad(fastify: FastifyInstance, { commits }: EntriesService): void {
  const { method, path } = routes.recordEntries;
  fastify.addHook("onRequest", (request, reply, done) => {
    if (commits.isNearlyFull && request.method === method && request.url === path) sendProblem(reply, overloaded());
    else done();
  });
}
