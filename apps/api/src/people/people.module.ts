import { Module } from "@nestjs/common";
import { GuessesModule } from "../guesses/guesses.module.ts";
import { ApiTokensController } from "./api-tokens.controller.ts";
import { ApiTokensRepository } from "./api-tokens.repository.ts";
import { ApiTokensService } from "./api-tokens.service.ts";
import { AuthController } from "./auth.controller.ts";
import { Expiry } from "./expiry.ts";
import { FirstAdministrator } from "./first-administrator.ts";
import { OwnAccountController } from "./own-account.controller.ts";
import { OwnSessionsService } from "./own-sessions.service.ts";
import { PeopleController } from "./people.controller.ts";
import { PeopleRepository } from "./people.repository.ts";
import { PeopleService } from "./people.service.ts";
import { SecondFactorRepository } from "./second-factor.repository.ts";
import { SecondFactorService } from "./second-factor.service.ts";
import { SessionsRepository } from "./sessions.repository.ts";
import { SignInService } from "./sign-in.service.ts";

@Module({
  imports: [GuessesModule],
  controllers: [AuthController, OwnAccountController, PeopleController, ApiTokensController],
  providers: [
    ApiTokensRepository,
    ApiTokensService,
    Expiry,
    FirstAdministrator,
    OwnSessionsService,
    PeopleRepository,
    PeopleService,
    SecondFactorRepository,
    SecondFactorService,
    SessionsRepository,
    SignInService,
  ],
  exports: [FirstAdministrator, PeopleService],
})
export class PeopleModule {}
