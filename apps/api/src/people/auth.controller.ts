import { type BodyOf, routes, type SignedIn } from "@abwab/contract";
import { Controller, Inject, Req, Res } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { Caller, CheckedBody, Handles, MaybeCaller } from "../platform/handles.ts";
import { asPerson, type Principal } from "../platform/principal.ts";
import { endSession, setSession } from "../platform/session-cookie.ts";
import { SESSION_SECONDS, SignInService } from "./sign-in.service.ts";

@Controller()
export class AuthController {
  constructor(
    private readonly service: SignInService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Handles(routes.signIn)
  async signIn(
    @CheckedBody(routes.signIn) body: BodyOf<typeof routes.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const visitor = { address: request.ip, userAgent: request.headers["user-agent"] };
    const { token, user } = await this.service.signIn(body, visitor);
    reply.header("set-cookie", setSession(token, SESSION_SECONDS, this.isSecure(request)));
    return { user };
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
  me(@Caller() caller: Principal): SignedIn {
    const { id, email, name, role } = asPerson(caller);
    return { user: { id, email, name, role } };
  }

  private isSecure(request: FastifyRequest): boolean {
    return request.protocol === "https" || this.configuration.ABWAB_PUBLIC_URL?.startsWith("https:") === true;
  }
}
