import { z } from "zod";
import { alertSeverity } from "./alerts.ts";
import { shortText, uuid } from "./primitives.ts";

/** Hours for which a delivery is tried again; an endpoint that failed for as long is switched off. */
export const WEBHOOK_TRIED_HOURS = 24;
/** Hours for which the secret before the last rotation still signs too. */
export const WEBHOOK_OLD_SECRET_HOURS = 24;
/** Days for which what was delivered is kept in the log. */
export const WEBHOOK_LOG_DAYS = 30;

/** Rows of the ledger in one message of `entries.recorded`, at most. */
export const WEBHOOK_BATCH = 500;
/** Rows behind that are still counted. */
export const WEBHOOK_MOST_BEHIND = 100_000;

/** Told one by one, as it happens. `alert.returned`: was over, and came back within its quiet period. */
export const webhookAlertEvent = z.enum(["alert.opened", "alert.returned", "alert.acknowledged", "alert.resolved"]);
/** Followed: `entries.recorded` row by row of the ledger, `counts.changed` by its present state. */
export const webhookFeedEvent = z.enum(["entries.recorded", "counts.changed"]);
export type WebhookFeedEvent = z.infer<typeof webhookFeedEvent>;
/** What an endpoint may ask for. */
export const webhookEvent = z.enum([...webhookAlertEvent.options, "report.ready", ...webhookFeedEvent.options]);
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
  /** The least severity of the alerts that it is told of. */
  severity: alertSeverity,
  /** Between two messages of `counts.changed`. */
  countsEverySeconds: z.int().min(5).max(3_600),
};

/**
 * The version of the ledger after which `entries.recorded` goes on: 0 for all of it. Without it a new subscription
 * begins with what is recorded from now on, and one that goes on does so where it is.
 */
const entriesAfter = z.int().min(0).optional();

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
  /** How far `entries.recorded` has come: the version of the last row that arrived, and how many rows are to come. */
  entries: z.object({ version: z.int(), behind: z.int().min(0).max(WEBHOOK_MOST_BEHIND) }).nullable(),
});
export type Webhook = z.infer<typeof webhook>;

export const newWebhook = z.strictObject({
  ...webhookFields,
  events: webhookFields.events.default(["alert.opened", "alert.resolved"]),
  severity: webhookFields.severity.default("info"),
  countsEverySeconds: webhookFields.countsEverySeconds.default(10),
  entriesAfter,
});
export type NewWebhook = z.infer<typeof newWebhook>;
/** Switching it on forgets that it failed; what it follows goes on where it stopped. */
export const webhookPatch = z.strictObject({ ...webhookFields, entriesAfter, active: z.boolean() }).partial();
/** What of an endpoint stands as people left it. */
export const webhookState = webhookPatch.omit({ entriesAfter: true });
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
