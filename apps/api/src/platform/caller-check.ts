import type { Route } from "@abwab/contract";
import { Inject, Injectable } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { Authenticator } from "./authenticator.ts";
import { CONFIGURATION, type Configuration } from "./configuration.ts";
import { checkOrigin } from "./origin-check.ts";
import { allows, isBoundToZones, outOfScope, type Principal, zonesOf } from "./principal.ts";
import { ProblemError } from "./problem-error.ts";

/** Finds out who calls a route of the contract, and whether its access allows them. */
@Injectable()
export class CallerCheck {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly directory: EditionDirectory,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** undefined for a stranger whom the route answers. Throws what keeps the caller out. */
  async admit(route: Route, request: FastifyRequest): Promise<Principal | undefined> {
    const { authorization, cookie } = request.headers;
    if (route.method !== "GET" && authorization === undefined)
      checkOrigin(request, this.configuration.ABWAB_PUBLIC_URL);
    const principal = await this.identify(route, authorization, cookie);
    const { slug } = request.params as { slug?: string };
    const isClosed = route.ofZones !== true && route.access.anyone !== true;
    if (principal !== undefined && slug !== undefined && isClosed) await this.refuseParts(principal, slug);
    return principal;
  }

  /** Before what is asked is even looked at: a route that says nothing of zones is closed to who is bound to some. */
  private async refuseParts(principal: Principal, slug: string): Promise<void> {
    if (!isBoundToZones(principal)) return;
    const { id } = await this.directory.bySlug(slug);
    if (typeof zonesOf(principal, id) !== "string") throw outOfScope();
  }

  /** The same, of what a caller shows. */
  async identify(route: Route, authorization: string | undefined, cookie?: string): Promise<Principal | undefined> {
    const principal = await this.authenticator.identify(authorization, cookie);
    if (principal?.kind === "person" && principal.limited && route.access.settingUp !== true) {
      // What everybody may see is shown as to everybody.
      if (route.access.anyone === true) return undefined;
      throw new ProblemError("second_factor_missing", "Sign in to the console and set it up.");
    }
    if (allows(route.access, principal)) return principal;
    if (principal === undefined) throw new ProblemError("unauthenticated", "Sign in, or send a bearer token.");
    throw new ProblemError("forbidden", "Ask an administrator for a role that may do this.");
  }
}
