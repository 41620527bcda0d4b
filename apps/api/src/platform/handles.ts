import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  type PipeTransform,
  Query,
  Body,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  UseInterceptors,
} from "@nestjs/common";
import { inputErrors, type Route } from "@abwab/contract";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { EntityTagInterceptor } from "./entity-tag.ts";
import { ROUTE } from "./route-metadata.ts";
import type { Principal } from "./principal.ts";
import { ProblemError } from "./problem-error.ts";
import { uploadOf } from "./uploads.ts";

/** Binds a controller's method to a route of the contract: its method, path, status and access. */
export const Handles = (route: Route): MethodDecorator =>
  applyDecorators(
    RequestMapping({ path: route.path, method: RequestMethod[route.method] }),
    HttpCode(route.status),
    SetMetadata(ROUTE, route),
    ...(route.versioned ? [UseInterceptors(EntityTagInterceptor)] : []),
  );

class SchemaPipe implements PipeTransform {
  constructor(private readonly schema: z.ZodType | undefined) {}

  transform(value: unknown): unknown {
    if (this.schema === undefined) return undefined;
    const result = this.schema.safeParse(value);
    if (result.success) return result.data;
    const errors = inputErrors(result.error);
    const first = errors[0];
    throw new ProblemError("invalid", first ? `${first.path || "body"}: ${first.message}` : "It does not fit.", {
      errors,
    });
  }
}

/** The request's body, checked by the route's schema. */
export const CheckedBody = (route: Route): ParameterDecorator => Body(new SchemaPipe(route.body));
/** The query string, checked by the route's schema. */
export const CheckedQuery = (route: Route): ParameterDecorator => Query(new SchemaPipe(route.query));

/** The file that is the request's body, of a route with `upload`. */
export const UploadedFile = createParamDecorator((_: unknown, context: ExecutionContext): Buffer =>
  uploadOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export interface AuthenticatedRequest extends FastifyRequest {
  principal?: Principal;
}

/** The caller, of a route that nobody calls unknown. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (principal === undefined) throw new ProblemError("unauthenticated", "Sign in, or send a bearer token.");
  return principal;
});

/** The caller where the route also answers strangers. */
export const MaybeCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | undefined =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().principal,
);
