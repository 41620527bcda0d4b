import { Module } from "@nestjs/common";
import { GuessLimiter } from "./guess-limiter.ts";
import { GuessLimiterRepository } from "./guess-limiter.repository.ts";

@Module({ providers: [GuessLimiter, GuessLimiterRepository], exports: [GuessLimiter, GuessLimiterRepository] })
export class GuessesModule {}
