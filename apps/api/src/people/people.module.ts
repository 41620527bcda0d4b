import { Module } from "@nestjs/common";
import { GuessesModule } from "../guesses/guesses.module.ts";
import { AccountPolicyRepository } from "./account-policy.repository.ts";
import { AccountPolicyService } from "./account-policy.service.ts";
import { ApiTokensController } from "./api-tokens.controller.ts";
import { ApiTokensRepository } from "./api-tokens.repository.ts";
import { ApiTokensService } from "./api-tokens.service.ts";
import { AuthController } from "./auth.controller.ts";
import { Expiry } from "./expiry.ts";
import { FirstAdministrator } from "./first-administrator.ts";
import { InvitationAcceptance } from "./invitation-acceptance.ts";
import { InvitationsController } from "./invitations.controller.ts";
import { InvitationsRepository } from "./invitations.repository.ts";
import { InvitationsService } from "./invitations.service.ts";
import { OwnAccountController } from "./own-account.controller.ts";
import { OwnSessionsService } from "./own-sessions.service.ts";
import { PeopleController } from "./people.controller.ts";
import { PeopleRepository } from "./people.repository.ts";
import { PeopleService } from "./people.service.ts";
import { Scopes } from "./scopes.ts";
import { SecondFactorRepository } from "./second-factor.repository.ts";
import { SecondFactorService } from "./second-factor.service.ts";
import { SessionsRepository } from "./sessions.repository.ts";
import { SignInService } from "./sign-in.service.ts";

@Module({
  imports: [GuessesModule],
  controllers: [AuthController, OwnAccountController, PeopleController, InvitationsController, ApiTokensController],
  providers: [
    AccountPolicyRepository,
    AccountPolicyService,
    ApiTokensRepository,
    ApiTokensService,
    Expiry,
    FirstAdministrator,
    InvitationAcceptance,
    InvitationsRepository,
    InvitationsService,
    OwnSessionsService,
    PeopleRepository,
    PeopleService,
    Scopes,
    SecondFactorRepository,
    SecondFactorService,
    SessionsRepository,
    SignInService,
  ],
  exports: [FirstAdministrator, PeopleService],
})
export class PeopleModule {}
