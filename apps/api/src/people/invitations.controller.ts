import {
  type AccountPolicy,
  type BodyOf,
  type Invitation,
  type MadeInvitation,
  type Page,
  type QueryOf,
  routes,
  type ShownInvitation,
  type SignedIn,
} from "@abwab/contract";
import { Controller, Inject, Param, Req, Res } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { isReachedOverTls, setSession } from "../platform/session-cookie.ts";
import { AccountPolicyService } from "./account-policy.service.ts";
import { InvitationAcceptance } from "./invitation-acceptance.ts";
import { InvitationsService } from "./invitations.service.ts";
import { Scopes } from "./scopes.ts";
import { SESSION_SECONDS } from "./session-start.ts";

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly acceptance: InvitationAcceptance,
    private readonly scopes: Scopes,
    private readonly policy: AccountPolicyService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Handles(routes.listInvitations)
  list(
    @CheckedQuery(routes.listInvitations) query: QueryOf<typeof routes.listInvitations>,
    @Acting() actor: Actor,
  ): Promise<Page<Invitation>> {
    return this.invitations.list(query, actor);
  }

  @Handles(routes.createInvitation)
  invite(
    @CheckedBody(routes.createInvitation) body: BodyOf<typeof routes.createInvitation>,
    @Acting() actor: Actor,
  ): Promise<MadeInvitation> {
    return this.invitations.invite(body, actor);
  }

  @Handles(routes.renewInvitation)
  renew(@Param("id") id: string, @Acting() actor: Actor): Promise<MadeInvitation> {
    return this.invitations.renew(id, actor);
  }

  @Handles(routes.withdrawInvitation)
  withdraw(@Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.invitations.withdraw(id, actor);
  }

  @Handles(routes.createResetLink)
  resetLink(@Param("id") id: string, @Acting() actor: Actor): Promise<MadeInvitation> {
    return this.invitations.resetLink(id, actor);
  }

  @Handles(routes.lookAtInvitation)
  look(
    @CheckedBody(routes.lookAtInvitation) { token }: BodyOf<typeof routes.lookAtInvitation>,
    @Req() request: FastifyRequest,
  ): Promise<ShownInvitation> {
    return this.acceptance.look(token, request.ip);
  }

  @Handles(routes.acceptInvitation)
  async accept(
    @CheckedBody(routes.acceptInvitation) body: BodyOf<typeof routes.acceptInvitation>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const visitor = { address: request.ip, userAgent: request.headers["user-agent"] };
    const { token, signedIn, bindings } = await this.acceptance.accept(body, visitor);
    const secure = isReachedOverTls(request, this.configuration.ABWAB_PUBLIC_URL);
    reply.header("set-cookie", setSession(token, SESSION_SECONDS, secure));
    return this.scopes.complete(signedIn, bindings);
  }

  @Handles(routes.accountPolicy)
  showPolicy(@Acting() actor: Actor): Promise<AccountPolicy> {
    return this.policy.show(actor);
  }

  @Handles(routes.changeAccountPolicy)
  changePolicy(
    @CheckedBody(routes.changeAccountPolicy) body: BodyOf<typeof routes.changeAccountPolicy>,
    @Acting() actor: Actor,
  ): Promise<AccountPolicy> {
    return this.policy.change(body, actor);
  }
}
