import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
  NotFoundException,
} from "@nestjs/common";
import { type Problem, type ProblemCode, problems } from "@abwab/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import { allowedMethods } from "./allowed-methods.ts";
import { isDatabaseDown } from "./database.ts";
import { ProblemError } from "./problem-error.ts";
import type { RequestName } from "./request-log.ts";
import { sqlState } from "./sql-state.ts";

const HTML_NOT_FOUND = "There is nothing at this address.";
/** SQLSTATE of a sum that its column can't hold. */
const OUT_OF_RANGE = "22003";

/** Turns whatever went wrong into `application/problem+json` (RFC 9457); never a stack trace. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const methods = thrown instanceof NotFoundException ? allowedMethods(pathOf(request)) : [];
    if (methods.length > 0) {
      void reply.header("allow", methods.join(", "));
      sendProblem(reply, new ProblemError("method_not_allowed", `Here one may ${methods.join(", ")}.`));
      return;
    }
    sendProblem(reply, problemOf(thrown, request));
  }
}

const log = new Logger("http");

/** What the client is told of a thrown value; a fault of ours is logged. */
export function problemOf(thrown: unknown, request: RequestName): ProblemError {
  const known = asProblem(thrown);
  if (known !== undefined) return known;
  log.error({ requestId: request.id, route: `${request.method} ${pathOf(request)}`, error: thrown });
  return new ProblemError("internal", `It has been logged as ${request.id}.`);
}

const pathOf = (request: RequestName): string => request.url.split("?", 1)[0] ?? "";

/** What a thrown value means for the client; undefined when it is a fault of ours. */
export function asProblem(thrown: unknown): ProblemError | undefined {
  if (thrown instanceof ProblemError) return thrown;
  if (isDatabaseDown(thrown)) {
    return new ProblemError("unavailable", "Nothing was recorded. Send it again.", { retryAfterSeconds: 1 });
  }
  if (sqlState(thrown) === OUT_OF_RANGE) {
    return new ProblemError("invalid", "A figure would grow beyond what can be counted.");
  }
  if (thrown instanceof HttpException) return fromHttpStatus(thrown.getStatus(), thrown.message);
  if (isFastifyError(thrown)) return fromHttpStatus(thrown.statusCode, thrown.message, thrown.code);
  return undefined;
}

function fromHttpStatus(status: number, message: string, fastifyCode = ""): ProblemError | undefined {
  if (status === 404) return new ProblemError("not_found", HTML_NOT_FOUND);
  if (status === 405) return new ProblemError("method_not_allowed", message);
  if (status === 413) return new ProblemError("too_large", "Send less in one request.");
  if (status === 415) return new ProblemError("unsupported_media_type", "Send application/json.");
  if (status === 400) {
    const code: ProblemCode = /JSON|EMPTY_BODY|CONTENT_LENGTH/i.test(`${fastifyCode} ${message}`)
      ? "not_json"
      : "invalid";
    return new ProblemError(code, message);
  }
  if (status >= 400 && status < 500) return new ProblemError("invalid", message);
  return undefined;
}

interface FastifyErrorLike {
  statusCode: number;
  code?: string;
  message: string;
}

function isFastifyError(thrown: unknown): thrown is FastifyErrorLike {
  return thrown instanceof Error && "statusCode" in thrown && typeof thrown.statusCode === "number";
}

export function problemBody(error: ProblemError): Problem {
  return {
    type: `/api/docs#problem-${error.code}`,
    title: problems[error.code].title,
    status: error.status,
    detail: error.detail,
    code: error.code,
    ...(error.errors && { errors: error.errors }),
  };
}

export function sendProblem(reply: FastifyReply, error: ProblemError): void {
  if (error.retryAfterSeconds !== undefined) void reply.header("retry-after", String(error.retryAfterSeconds));
  // What is left of a body that is too large is read and dropped: closing on a client that still writes would often
  // take the answer with it.
  if (error.code === "too_large") void reply.removeHeader("connection");
  void reply
    .status(error.status)
    .type("application/problem+json")
    .send(JSON.stringify(problemBody(error)));
}
