import { type DynamicModule, Module } from "@nestjs/common";
import { APP_FILTER, APP_GUARD } from "@nestjs/core";
import { EditionConfigurationRepository } from "../editions/edition-configuration.repository.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { AccessGuard } from "./access.guard.ts";
import { Authenticator } from "./authenticator.ts";
import { CallerCheck } from "./caller-check.ts";
import { CONFIGURATION, type Configuration } from "./configuration.ts";
import { Database } from "./database.ts";
import { HealthController } from "./health.controller.ts";
import { HealthRepository } from "./health.repository.ts";
import { Metrics } from "./metrics.ts";
import { MetricsController } from "./metrics.controller.ts";
import { PrincipalRepository } from "./principal.repository.ts";
import { ProblemFilter } from "./problem-filter.ts";

/** What every feature stands on: settings, the database, who is calling, errors, health. */
@Module({})
export class PlatformModule {
  static with(configuration: Configuration): DynamicModule {
    const shared = [
      { provide: CONFIGURATION, useValue: configuration },
      Database,
      EditionConfigurationRepository,
      EditionDirectory,
      Authenticator,
      CallerCheck,
      Metrics,
      PrincipalRepository,
    ];
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: [
        ...shared,
        HealthRepository,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: shared,
    };
  }
}
