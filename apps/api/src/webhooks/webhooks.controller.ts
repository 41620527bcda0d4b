import {
  type BodyOf,
  type Page,
  type QueryOf,
  routes,
  type Webhook,
  type WebhookDelivery,
  type WebhookWithSecret,
} from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { DeliveriesService } from "./deliveries.service.ts";
import { WebhooksService } from "./webhooks.service.ts";

@Controller()
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly deliveries: DeliveriesService,
  ) {}

  @Handles(routes.listWebhooks)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listWebhooks) query: QueryOf<typeof routes.listWebhooks>,
    @Acting() actor: Actor,
  ): Promise<Page<Webhook>> {
    return this.webhooks.list(slug, query, actor);
  }

  @Handles(routes.createWebhook)
  create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createWebhook) body: BodyOf<typeof routes.createWebhook>,
    @Acting() actor: Actor,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.create(slug, body, actor);
  }

  @Handles(routes.getWebhook)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<Webhook> {
    return this.webhooks.get(slug, id, actor);
  }

  @Handles(routes.changeWebhook)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeWebhook) body: BodyOf<typeof routes.changeWebhook>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Webhook> {
    return this.webhooks.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.removeWebhook)
  remove(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.webhooks.remove(slug, id, actor);
  }

  @Handles(routes.rotateWebhookSecret)
  rotate(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<WebhookWithSecret> {
    return this.webhooks.rotate(slug, id, actor);
  }

  @Handles(routes.testWebhook)
  test(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<WebhookDelivery> {
    return this.deliveries.test(slug, id, actor);
  }

  @Handles(routes.listWebhookDeliveries)
  log(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedQuery(routes.listWebhookDeliveries) query: QueryOf<typeof routes.listWebhookDeliveries>,
    @Acting() actor: Actor,
  ): Promise<Page<WebhookDelivery>> {
    return this.webhooks.log(slug, id, query, actor);
  }

  @Handles(routes.sendWebhookAgain)
  sendAgain(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @Param("delivery") delivery: string,
    @Acting() actor: Actor,
  ): Promise<WebhookDelivery> {
    return this.deliveries.sendAgain(slug, id, delivery, actor);
  }
}
