import { type CanActivate, type ExecutionContext, Injectable } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import type { Route } from "@abwab/contract";
import { CallerCheck } from "./caller-check.ts";
import { type AuthenticatedRequest } from "./handles.ts";
import { ROUTE } from "./route-metadata.ts";

/** Lets a request through to a route of the contract when its access allows the caller. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: CallerCheck,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (route === undefined) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const principal = await this.callers.admit(route, request);
    if (principal !== undefined) request.principal = principal;
    return true;
  }
}
