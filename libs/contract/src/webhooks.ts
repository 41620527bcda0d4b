import { z } from "zod";
import { alertSeverity } from "./alerts.ts";
import { shortText, uuid } from "./primitives.ts";

/** Hours for which a delivery is tried again; an endpoint that failed for as long is switched off. */
export const WEBHOOK_TRIED_HOURS = 24;
/** Hours for which the secret before the last rotation still signs too. */
export const WEBHOOK_OLD_SECRET_HOURS = 24;
/** Days for which what was delivered is kept in the log. */
export const WEBHOOK_LOG_DAYS = 30;

/** What an endpoint may ask for. `alert.returned`: was over, and came back within its quiet period. */
export const webhookEvent = z.enum([
  "alert.opened",
  "alert.returned",
  "alert.acknowledged",
  "alert.resolved",
  "report.ready",
]);
export type WebhookEvent = z.infer<typeof webhookEvent>;

const webhookUrl = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine((text) => {
    // What is no address at all has been refused above, and comes here all the same.
    if (!URL.canParse(text)) return true;
    const { username, password, hash } = new URL(text);
    return username === "" && password === "" && hash === "";
  }, "must hold neither a password nor a fragment");

const webhookFields = {
  url: webhookUrl,
  /** What people call it. */
  name: shortText,
  events: z.array(webhookEvent).min(1).max(webhookEvent.options.length),
  /** The least severity that it is told of. */
  severity: alertSeverity,
};

export const webhook = z.object({
  id: uuid,
  ...webhookFields,
  active: z.boolean(),
  createdAt: z.string(),
  /** Since when every delivery has failed; null while they arrive. */
  failingSince: z.string().nullable(),
  /** When the service switched it off, having failed for so long. */
  disabledAt: z.string().nullable(),
  lastDeliveredAt: z.string().nullable(),
});
export type Webhook = z.infer<typeof webhook>;

export const newWebhook = z.strictObject({
  ...webhookFields,
  events: webhookFields.events.default(["alert.opened", "alert.resolved"]),
  severity: webhookFields.severity.default("info"),
});
export type NewWebhook = z.infer<typeof newWebhook>;
/** Switching it on forgets that it failed. */
export const webhookPatch = z.strictObject({ ...webhookFields, active: z.boolean() }).partial();
export type WebhookPatch = z.infer<typeof webhookPatch>;

/** The secret is shown this once: `whsec_` and 32 bytes in base64, as Standard Webhooks has it. */
export const webhookWithSecret = z.object({ webhook, secret: z.string() });
export type WebhookWithSecret = z.infer<typeof webhookWithSecret>;

export const webhookDeliveryState = z.enum(["waiting", "delivered", "given_up"]);
export type WebhookDeliveryState = z.infer<typeof webhookDeliveryState>;

/** Why an attempt had no answer. */
export const webhookFault = z.enum(["address_refused", "not_found", "no_connection", "certificate", "timed_out"]);
export type WebhookFault = z.infer<typeof webhookFault>;

export const webhookAttempt = z.object({
  at: z.string(),
  durationMs: z.int(),
  /** Of the answer; null where there was none. */
  status: z.int().nullable(),
  fault: webhookFault.nullable(),
  /** The first bytes of the answer. */
  answer: z.string(),
});
export type WebhookAttempt = z.infer<typeof webhookAttempt>;

/** One message to one endpoint; its id is the `webhook-id` of every attempt. */
export const webhookDelivery = z.object({
  id: uuid,
  event: z.string(),
  state: webhookDeliveryState,
  createdAt: z.string(),
  body: z.string(),
  attempts: z.array(webhookAttempt),
});
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
