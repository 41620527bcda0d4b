import { type Alert, type AlertChange, alertSeverity, type AlertSeverity, type WebhookEvent } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { type AlertOutlet, AlertOutlets } from "../alerts/alert-outlets.ts";
import { AlertNames } from "../alerts/alert-names.ts";
import { type StoredAlert } from "../alerts/alerts.repository.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { DeliveriesRepository } from "./deliveries.repository.ts";
import { messageBody } from "./webhook-message.ts";
import { WebhookSender } from "./webhook-sender.ts";
import { WebhooksRepository } from "./webhooks.repository.ts";

const events: Record<AlertChange, WebhookEvent | undefined> = {
  opened: "alert.opened",
  returned: "alert.returned",
  acknowledged: "alert.acknowledged",
  resolved: "alert.resolved",
  // What colleagues write to each other stays with them.
  noted: undefined,
};

const ranks = alertSeverity.options;
const reaches = (severity: AlertSeverity, least: AlertSeverity): boolean =>
  ranks.indexOf(severity) >= ranks.indexOf(least);

/** Puts what happens to alerts into the post of the endpoints that asked for it, in the transaction that it is of. */
@Injectable()
export class WebhookOutlet implements AlertOutlet {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly sender: WebhookSender,
    private readonly directory: EditionDirectory,
    private readonly names: AlertNames,
    outlets: AlertOutlets,
  ) {
    outlets.add(this);
  }

  async take(editionId: number, change: AlertChange, alert: StoredAlert): Promise<void> {
    const event = events[change];
    if (event === undefined || !alert.webhooks) return;
    const asking = await this.webhooks.asking(editionId, event);
    if (asking.length === 0) return;
    const slug = (await this.directory.byId(editionId))?.slug ?? "";
    const told = withoutPeople(await this.names.tellOne(editionId, slug, alert));
    for (const { id, severity } of asking) {
      if (reaches(alert.severity, severity)) {
        await this.deliveries.create(id, event, messageBody(event, told));
      }
    }
  }

  taken(): Promise<void> {
    return this.sender.begin();
  }
}

/** The alert without who did what and what they wrote: another service needs neither (P1). */
function withoutPeople(told: Alert): object {
  const { notes: _notes, acknowledgedBy: _by, resolvedBy: _ended, ...alert } = told;
  return alert;
}
