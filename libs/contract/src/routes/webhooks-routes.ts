import { page, pageQuery } from "../primitives.ts";
import { access, route } from "../route.ts";
import * as webhooks from "../webhooks.ts";
import { EDITION } from "./paths.ts";

const WEBHOOK = `${EDITION}/webhooks/:id` as const;

/** Where else alerts go: signed messages to other services. */
export const webhooksRoutes = {
  listWebhooks: route({
    method: "GET",
    path: `${EDITION}/webhooks`,
    summary: "Endpoints that are told of alerts",
    tag: "webhooks",
    access: access.administrator,
    query: pageQuery,
    status: 200,
    response: page(webhooks.webhook),
  }),
  createWebhook: route({
    method: "POST",
    path: `${EDITION}/webhooks`,
    summary: "Add an endpoint; answers its secret, this once",
    tag: "webhooks",
    access: access.administrator,
    body: webhooks.newWebhook,
    status: 201,
    response: webhooks.webhookWithSecret,
    problems: ["edition_archived"],
  }),
  changeWebhook: route({
    method: "PATCH",
    path: WEBHOOK,
    summary: "Change an endpoint, or switch it off and on",
    tag: "webhooks",
    access: access.administrator,
    body: webhooks.webhookPatch,
    status: 200,
    response: webhooks.webhook,
    problems: ["edition_archived"],
  }),
  removeWebhook: route({
    method: "DELETE",
    path: WEBHOOK,
    summary: "Remove an endpoint and its log",
    tag: "webhooks",
    access: access.administrator,
    status: 204,
    problems: ["edition_archived"],
  }),
  rotateWebhookSecret: route({
    method: "POST",
    path: `${WEBHOOK}/rotate-secret`,
    summary: "Another secret, shown this once; the one before signs too for a day",
    tag: "webhooks",
    access: access.administrator,
    status: 200,
    response: webhooks.webhookWithSecret,
    problems: ["edition_archived"],
  }),
  testWebhook: route({
    method: "POST",
    path: `${WEBHOOK}/test`,
    summary: "Send a message that says nothing but that it is a test",
    tag: "webhooks",
    access: access.administrator,
    status: 200,
    response: webhooks.webhookDelivery,
  }),
  listWebhookDeliveries: route({
    method: "GET",
    path: `${WEBHOOK}/deliveries`,
    summary: "What was sent to an endpoint and how it answered, latest first",
    tag: "webhooks",
    access: access.administrator,
    query: pageQuery,
    status: 200,
    response: page(webhooks.webhookDelivery),
  }),
  sendWebhookAgain: route({
    method: "POST",
    path: `${WEBHOOK}/deliveries/:delivery/send-again`,
    summary: "Send a message again, with the same id",
    tag: "webhooks",
    access: access.administrator,
    status: 200,
    response: webhooks.webhookDelivery,
    problems: ["transition_not_allowed"],
  }),
};
