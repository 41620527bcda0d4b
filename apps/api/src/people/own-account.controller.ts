import {
  type BodyOf,
  type OfferedFactor,
  type Page,
  type QueryOf,
  type RecoveryCodes,
  routes,
  type SecondFactor,
  type Session,
} from "@abwab/contract";
import { Controller, Param, Req } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { Caller, CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { asPerson, type Principal } from "../platform/principal.ts";
import { OwnSessionsService } from "./own-sessions.service.ts";
import { SecondFactorService } from "./second-factor.service.ts";
import { SignInService } from "./sign-in.service.ts";

/** What people do to their own account, beside signing in and out. */
@Controller()
export class OwnAccountController {
  constructor(
    private readonly signIn: SignInService,
    private readonly factors: SecondFactorService,
    private readonly sessions: OwnSessionsService,
  ) {}

  @Handles(routes.changePassword)
  async changePassword(
    @CheckedBody(routes.changePassword) body: BodyOf<typeof routes.changePassword>,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.signIn.changePassword(asPerson(caller), body, request.ip);
  }

  @Handles(routes.secondFactor)
  secondFactor(@Caller() caller: Principal): Promise<SecondFactor> {
    return this.factors.show(asPerson(caller).id);
  }

  @Handles(routes.offerSecondFactor)
  async offerSecondFactor(
    @CheckedBody(routes.offerSecondFactor) { password }: BodyOf<typeof routes.offerSecondFactor>,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<OfferedFactor> {
    const person = asPerson(caller);
    await this.signIn.prove(person, password, request.ip);
    return this.factors.offer(person);
  }

  @Handles(routes.confirmSecondFactor)
  confirmSecondFactor(
    @CheckedBody(routes.confirmSecondFactor) { code }: BodyOf<typeof routes.confirmSecondFactor>,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodes> {
    return this.factors.confirm(asPerson(caller), code, request.ip);
  }

  @Handles(routes.removeSecondFactor)
  async removeSecondFactor(
    @CheckedBody(routes.removeSecondFactor) body: BodyOf<typeof routes.removeSecondFactor>,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const person = asPerson(caller);
    await this.signIn.prove(person, body.password, request.ip);
    await this.factors.remove(person, body, request.ip);
  }

  @Handles(routes.listSessions)
  listSessions(
    @CheckedQuery(routes.listSessions) query: QueryOf<typeof routes.listSessions>,
    @Caller() caller: Principal,
  ): Promise<Page<Session>> {
    return this.sessions.list(asPerson(caller), query);
  }

  @Handles(routes.endSession)
  endSession(@Param("id") id: string, @Caller() caller: Principal): Promise<void> {
    return this.sessions.end(asPerson(caller), id);
  }
}
