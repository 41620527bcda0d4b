import { entriesEnvelope, inputErrors, routes } from "@abwab/contract";
import type { INestApplicationContext } from "@nestjs/common";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Authenticator } from "../platform/authenticator.ts";
import { CallerCheck } from "../platform/caller-check.ts";
import type { Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { problemOf, sendProblem } from "../platform/problem-filter.ts";
import { answerText } from "./answer-text.ts";
import { EntriesService, type EntriesEnvelope } from "./entries.service.ts";
import { overloaded } from "./overloaded.ts";
import { plainFrame } from "./plain-frame.ts";

const { method, path, status } = routes.recordEntries;
const JSON_TYPE = "application/json; charset=utf-8";

/**
 * The hot route, straight on Fastify: guards, pipes and parameters of a controller cost more than the entry itself.
 * Its access, its refusals and its answers are those of every other route.
 */
export function registerEntriesRoute(fastify: FastifyInstance, nest: INestApplicationContext): void {
  const [authenticator, callers, entries] = [nest.get(Authenticator), nest.get(CallerCheck), nest.get(EntriesService)];

  const callerOf = async (request: FastifyRequest): Promise<Principal> => {
    const principal = await callers.admit(routes.recordEntries, request);
    if (principal === undefined) throw new ProblemError("unauthenticated", "Sign in, or send a bearer token.");
    return principal;
  };

  fastify.route({
    method,
    url: path,
    // Before the body is read, while the queue is full: the work goes to what is in it.
    onRequest: (_, reply, done) => {
      if (entries.commits.isNearlyFull) sendProblem(reply, overloaded());
      else done();
    },
    handler: async (request, reply) => {
      const caller = authenticator.knownDevice(request.headers.authorization ?? "") ?? (await callerOf(request));
      const answer = await entries.record(caller, frameOf(request.body));
      return reply.code(status).type(JSON_TYPE).send(answerText(answer));
    },
    errorHandler: (error, request, reply) => sendProblem(reply, problemOf(error, request)),
  });
}

/** Only the frame is checked whole: items are checked one by one. */
function frameOf(body: unknown): EntriesEnvelope {
  const plain = plainFrame(body);
  if (plain !== undefined) return plain;
  const checked = entriesEnvelope.safeParse(body);
  if (checked.success) return checked.data;
  const errors = inputErrors(checked.error);
  throw new ProblemError("invalid", "The frame of the batch does not fit.", { errors });
}
