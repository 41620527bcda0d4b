import { type BodyOf, routes, type SignedIn } from "@abwab/contract";
import { Controller, Inject, Req, Res } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { Caller, CheckedBody, Handles, MaybeCaller } from "../platform/handles.ts";
import { asPerson, type Principal } from "../platform/principal.ts";
import { endSession, isReachedOverTls, setSession } from "../platform/session-cookie.ts";
import { Scopes } from "./scopes.ts";
import { SESSION_SECONDS } from "./session-start.ts";
import { SignInService } from "./sign-in.service.ts";

@Controller()
export class AuthController {
  constructor(
    private readonly service: SignInService,
    private readonly scopes: Scopes,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Handles(routes.signIn)
  async signIn(
    @CheckedBody(routes.signIn) body: BodyOf<typeof routes.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const visitor = { address: request.ip, userAgent: request.headers["user-agent"] };
    const { token, signedIn, bindings } = await this.service.signIn(body, visitor);
    const secure = isReachedOverTls(request, this.configuration.ABWAB_PUBLIC_URL);
    reply.header("set-cookie", setSession(token, SESSION_SECONDS, secure));
    return this.scopes.complete(signedIn, bindings);
  }

  @Handles(routes.signOut)
  async signOut(
    @MaybeCaller() caller: Principal | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (caller?.kind === "person") await this.service.signOut(caller);
    reply.header("set-cookie", endSession());
  }

  @Handles(routes.me)
  me(@Caller() caller: Principal): Promise<SignedIn> {
    const { id, email, name, role, limited, scope } = asPerson(caller);
    const signedIn = { user: { id, email, name, role }, ...(limited && { secondFactorMissing: true as const }) };
    return this.scopes.complete(signedIn, scope);
  }
}
