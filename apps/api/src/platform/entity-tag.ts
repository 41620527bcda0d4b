import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Route } from "@abwab/contract";
import { createHash } from "node:crypto";
import { map, type Observable } from "rxjs";
import { ROUTE } from "./route-metadata.ts";
import { ProblemError } from "./problem-error.ts";

/** What of a thing is its state, as its route says. */
const stateOf = (route: Route | undefined, thing: unknown): unknown =>
  typeof route?.versioned === "function" ? route.versioned(thing as Record<string, unknown>) : thing;

/** Names a state of one thing (RFC 9110, 8.8.3): alike for the same fields in whatever order. */
export function entityTagOf(thing: unknown): string {
  const text = JSON.stringify(thing, (_, value: unknown) => (isPlain(value) ? inOrder(value) : value));
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
}

/**
 * Throws `changed_meanwhile` where a change was meant for another state than the present one. Call it where nobody
 * else can change the thing any more before the change is committed.
 *
 * @param ifMatch what the caller sent as `If-Match`; undefined where the present state doesn't matter to it
 * @param route says what the state is, where that isn't the whole thing
 */
export function refuseIfChanged(ifMatch: string | undefined, present: unknown, route?: Route): void {
  if (ifMatch === undefined) return;
  // A proxy that compresses makes a tag weak; the state it names is the same.
  const meant = ifMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (meant.includes("*") || meant.includes(entityTagOf(stateOf(route, present)))) return;
  throw new ProblemError("changed_meanwhile", "Read it again, look at what changed, and send the change again.");
}

/** The state that the caller's change is meant for. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined =>
    context.switchToHttp().getRequest<FastifyRequest>().headers["if-match"],
);

/** Names the state of what is answered in the `ETag` header. */
@Injectable()
export class EntityTagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
    return next.handle().pipe(
      map((thing: unknown) => {
        void reply.header("etag", entityTagOf(stateOf(route, thing)));
        return thing;
      }),
    );
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const inOrder = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Whether an `If-None-Match` header names this tag (RFC 9110, 13.1.2: compared weakly). */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const known = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes(etag) || known.includes("*");
}
