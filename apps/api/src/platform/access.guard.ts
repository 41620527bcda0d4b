import { type CanActivate, type ExecutionContext, Inject, Injectable } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import type { Route } from "@abwab/contract";
import { Authenticator } from "./authenticator.ts";
import { CONFIGURATION, type Configuration } from "./configuration.ts";
import { type AuthenticatedRequest, ROUTE } from "./handles.ts";
import { checkOrigin } from "./origin-check.ts";
import { allows } from "./principal.ts";
import { ProblemError } from "./problem-error.ts";

/** Lets a request through to a route of the contract when its access allows the caller. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (route === undefined) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const { authorization, cookie } = request.headers;
    if (route.method !== "GET" && authorization === undefined)
      checkOrigin(request, this.configuration.ABWAB_PUBLIC_URL);
    const principal = await this.authenticator.identify(authorization, cookie);
    if (principal !== undefined) request.principal = principal;
    if (allows(route.access, principal)) return true;
    if (principal === undefined) throw new ProblemError("unauthenticated", "Sign in, or send a bearer token.");
    throw new ProblemError("forbidden", "Ask an administrator for a role that may do this.");
  }
}
