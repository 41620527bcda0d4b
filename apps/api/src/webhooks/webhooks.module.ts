import { Module } from "@nestjs/common";
import { AlertsModule } from "../alerts/alerts.module.ts";
import { CountsModule } from "../counts/counts.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { EntriesModule } from "../entries/entries.module.ts";
import { DeliveriesRepository } from "./deliveries.repository.ts";
import { DeliveriesService } from "./deliveries.service.ts";
import { FeedMessages } from "./feed-messages.ts";
import { FeedRunner } from "./feed-runner.ts";
import { FeedSender } from "./feed-sender.ts";
import { WebhookFeedsRepository } from "./webhook-feeds.repository.ts";
import { WebhookFeedsService } from "./webhook-feeds.service.ts";
import { WebhookOutlet } from "./webhook-outlet.ts";
import { WebhookCourier } from "./webhook-courier.ts";
import { DeliveryPurge, WebhookSender } from "./webhook-sender.ts";
import { WebhookPost } from "./webhook-post.ts";
import { WebhooksController } from "./webhooks.controller.ts";
import { WebhooksRepository } from "./webhooks.repository.ts";
import { WebhooksService } from "./webhooks.service.ts";

@Module({
  imports: [AlertsModule, CountsModule, EditionsModule, EntriesModule],
  controllers: [WebhooksController],
  providers: [
    DeliveriesRepository,
    DeliveriesService,
    DeliveryPurge,
    FeedMessages,
    FeedRunner,
    FeedSender,
    WebhookCourier,
    WebhookFeedsRepository,
    WebhookFeedsService,
    WebhookOutlet,
    WebhookPost,
    WebhookSender,
    WebhooksRepository,
    WebhooksService,
  ],
  exports: [WebhookPost],
})
export class WebhooksModule {}
