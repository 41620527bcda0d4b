import { Module } from "@nestjs/common";
import { CountsModule } from "../counts/counts.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { EntriesModule } from "../entries/entries.module.ts";
import { AlertDesk } from "./alert-desk.ts";
import { AlertEvaluator } from "./alert-evaluator.ts";
import { AlertFactsReader } from "./alert-facts.ts";
import { AlertFactsRepository } from "./alert-facts.repository.ts";
import { AlertFeedRepository } from "./alert-feed.repository.ts";
import { AlertNames } from "./alert-names.ts";
import { AlertNamesRepository } from "./alert-names.repository.ts";
import { AlertNews } from "./alert-news.ts";
import { AlertOutlets } from "./alert-outlets.ts";
import { AlertRulesController } from "./alert-rules.controller.ts";
import { AlertRulesRepository } from "./alert-rules.repository.ts";
import { AlertRulesService } from "./alert-rules.service.ts";
import { AlertsController } from "./alerts.controller.ts";
import { AlertsRepository } from "./alerts.repository.ts";
import { AlertsService } from "./alerts.service.ts";
import { OpenAlerts } from "./open-alerts.ts";

@Module({
  imports: [CountsModule, EditionsModule, EntriesModule],
  controllers: [AlertsController, AlertRulesController],
  providers: [
    AlertDesk,
    AlertEvaluator,
    AlertFactsReader,
    AlertFactsRepository,
    AlertFeedRepository,
    AlertNames,
    AlertNamesRepository,
    AlertNews,
    AlertOutlets,
    AlertRulesRepository,
    AlertRulesService,
    AlertsRepository,
    AlertsService,
    OpenAlerts,
  ],
  exports: [AlertDesk, AlertNames, AlertNews, AlertOutlets, AlertsRepository],
})
export class AlertsModule {}
