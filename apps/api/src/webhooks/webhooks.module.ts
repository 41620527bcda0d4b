import { Module } from "@nestjs/common";
import { AlertsModule } from "../alerts/alerts.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { DeliveriesRepository } from "./deliveries.repository.ts";
import { DeliveriesService } from "./deliveries.service.ts";
import { WebhookOutlet } from "./webhook-outlet.ts";
import { DeliveryPurge, WebhookSender } from "./webhook-sender.ts";
import { WebhookPost } from "./webhook-post.ts";
import { WebhooksController } from "./webhooks.controller.ts";
import { WebhooksRepository } from "./webhooks.repository.ts";
import { WebhooksService } from "./webhooks.service.ts";

@Module({
  imports: [AlertsModule, EditionsModule],
  controllers: [WebhooksController],
  providers: [
    DeliveriesRepository,
    DeliveriesService,
    DeliveryPurge,
    WebhookOutlet,
    WebhookPost,
    WebhookSender,
    WebhooksRepository,
    WebhooksService,
  ],
  exports: [WebhookPost],
})
export class WebhooksModule {}
