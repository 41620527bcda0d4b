import {
  type NewWebhook,
  type Page,
  type PageQuery,
  uuid,
  type Webhook,
  WEBHOOK_OLD_SECRET_HOURS,
  type WebhookDelivery,
  type WebhookPatch,
  type WebhookWithSecret,
  routes,
} from "@abwab/contract";
import { Inject, Injectable } from "@nestjs/common";
import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { v7 as uuidv7 } from "uuid";
import { AlertDesk } from "../alerts/alert-desk.ts";
import { AlertsRepository } from "../alerts/alerts.repository.ts";
import { AuditService, difference } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { DeliveriesRepository, toDelivery } from "./deliveries.repository.ts";
import { isPrivateAddress } from "./private-address.ts";
import { shownSecret } from "./sign-message.ts";
import { WebhookFeedsService } from "./webhook-feeds.service.ts";
import { keyOfDisabled } from "./webhook-courier.ts";
import { byCreation, type StoredWebhook, toWebhook, WebhooksRepository } from "./webhooks.repository.ts";

const HOUR = 3_600_000;
const SECRET_BYTES = 32;

/** The endpoints of an edition. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly feeds: WebhookFeedsService,
    private readonly alerts: AlertsRepository,
    private readonly desk: AlertDesk,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** In the order in which they were made. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<Webhook>> {
    const edition = await this.access.find(slug, actor);
    const rows = await this.webhooks.list(edition.id, { after: readCursor(cursor, byCreation), limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit, ({ createdAt, id }) => ({ createdAt, id }));
    return { items: await Promise.all(items.map((item) => this.shown(item))), nextCursor };
  }

  /** Throws `edition_archived`, and `invalid` for an address that is not sent to. */
  async create(slug: string, body: NewWebhook, actor: Actor): Promise<WebhookWithSecret> {
    const edition = await this.access.find(slug, actor);
    const { entriesAfter, ...given } = body;
    this.checkAddress(given.url);
    const secret = randomBytes(SECRET_BYTES);
    return this.changes.runBeside(edition.id, async () => {
      const stored = await this.webhooks.create(edition.id, uuidv7(), secret, given);
      await this.feeds.follow(stored, entriesAfter);
      const subject = subjectOf(slug, stored.id);
      const after = { ...auditedFields(stored), ...(entriesAfter !== undefined && { entriesAfter }) };
      await this.audit.record({ actor, action: "webhook.create", subject, after });
      return { webhook: await this.shown(stored), secret: shownSecret(secret) };
    });
  }

  /** Throws `not_found`. */
  async get(slug: string, id: string, actor: Actor): Promise<Webhook> {
    return this.shown(await this.find(await this.access.find(slug, actor), id));
  }

  /** Throws `not_found`, `edition_archived`, and `invalid` for an address that is not sent to. */
  async change(slug: string, id: string, body: WebhookPatch, actor: Actor, ifMatch?: string): Promise<Webhook> {
    const edition = await this.access.find(slug, actor);
    const { entriesAfter, ...patch } = body;
    if (patch.url !== undefined) this.checkAddress(patch.url);
    return this.changes.runBeside(edition.id, async () => {
      if (uuid.safeParse(id).success) await this.webhooks.hold(id);
      const before = await this.find(edition, id);
      refuseIfChanged(ifMatch, before, routes.changeWebhook);
      const changed = difference<WebhookPatch>(auditedFields(before), patch);
      if (changed === undefined && entriesAfter === undefined) return this.shown(before);
      const fresh = patch.active === true && { failingSince: null, disabledAt: null };
      const after = await this.webhooks.update(id, { ...patch, ...fresh });
      await this.feeds.follow(after, entriesAfter);
      if (patch.active === true) await this.feeds.resume(id);
      if (patch.active === true) await this.endAlert(edition.id, id, "over");
      if (patch.active === false) await this.deliveries.giveUpAll(id);
      const said = { ...changed?.after, ...(entriesAfter !== undefined && { entriesAfter }) };
      const subject = subjectOf(slug, id);
      await this.audit.record({
        actor,
        action: "webhook.change",
        subject,
        before: { ...changed?.before },
        after: said,
      });
      return this.shown(after);
    });
  }

  /** Throws `not_found`, `edition_archived`. */
  async remove(slug: string, id: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    await this.changes.runBeside(edition.id, async () => {
      const before = await this.find(edition, id);
      await this.endAlert(edition.id, id, "not_watched");
      await this.webhooks.remove(id);
      const subject = subjectOf(slug, id);
      await this.audit.record({ actor, action: "webhook.remove", subject, before: auditedFields(before) });
    });
  }

  /** Throws `not_found`, `edition_archived`. For a day the secret before signs too. */
  async rotate(slug: string, id: string, actor: Actor): Promise<WebhookWithSecret> {
    const edition = await this.access.find(slug, actor);
    const secret = randomBytes(SECRET_BYTES);
    return this.changes.runBeside(edition.id, async () => {
      const { secrets } = await this.find(edition, id);
      const after = await this.webhooks.update(id, {
        secret,
        oldSecret: Buffer.from(secrets[0] ?? []),
        oldSecretUntil: new Date(Date.now() + WEBHOOK_OLD_SECRET_HOURS * HOUR),
      });
      await this.audit.record({ actor, action: "webhook.rotate-secret", subject: subjectOf(slug, id) });
      return { webhook: await this.shown(after), secret: shownSecret(secret) };
    });
  }

  /** Throws `not_found`. */
  async find(edition: EditionConfiguration, id: string): Promise<StoredWebhook> {
    const stored = uuid.safeParse(id).success ? await this.webhooks.find(id) : undefined;
    if (stored?.editionId !== edition.id) throw new ProblemError("not_found", "This edition has no such webhook.");
    return stored;
  }

  /** The log, the latest first. */
  async log(slug: string, id: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<WebhookDelivery>> {
    const webhook = await this.find(await this.access.find(slug, actor), id);
    const after = readCursor(cursor, byCreation);
    const rows = await this.deliveries.list(webhook.id, { after, limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit, ({ createdAt, id: of }) => ({ createdAt, id: of }));
    return { items: items.map(toDelivery), nextCursor };
  }

  private async shown(stored: StoredWebhook): Promise<Webhook> {
    return toWebhook(stored, await this.feeds.progress(stored));
  }

  /** What a name means is looked at when it is sent to; what is plainly wrong is said at once. */
  private checkAddress(text: string): void {
    if (this.configuration.ABWAB_WEBHOOKS_PRIVATE) return;
    const { protocol, hostname } = new URL(text);
    const host = hostname.replace(/^\[|\]$/g, "");
    if (protocol !== "https:") throw wrongAddress("https_required", "It must begin with https://.");
    if ((isIP(host) !== 0 && isPrivateAddress(host)) || /(^|\.)(localhost|local|internal)$/.test(host)) {
      throw wrongAddress("private_address", "Addresses of private networks are not sent to.");
    }
  }

  private async endAlert(editionId: number, id: string, ending: "over" | "not_watched"): Promise<void> {
    await this.desk.change(editionId, async (hand) => {
      const alert = await this.alerts.ofKey(editionId, keyOfDisabled(id));
      if (alert !== undefined) await hand.end(alert, ending);
    });
  }
}

const auditedFields = ({ name, url, events, severity, countsEverySeconds, active }: StoredWebhook) => ({
  name,
  url,
  events,
  severity,
  countsEverySeconds,
  active,
});

function wrongAddress(code: string, message: string): ProblemError {
  return new ProblemError("invalid", `url: ${message}`, { errors: [{ path: "url", code, message }] });
}

export const subjectOf = (slug: string, id: string): string => `webhook ${slug}/${id}`;
