import {
  type AlertRule,
  type AlertRulePatch,
  isThreshold,
  type NewAlertRule,
  type Page,
  type PageQuery,
  uuid,
  routes,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, difference } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { AlertDesk } from "./alert-desk.ts";
import { AlertRulesRepository, alertRuleOrder, toAlertRule } from "./alert-rules.repository.ts";
import { AlertsRepository } from "./alerts.repository.ts";

/** When something rings: an edition's rules. */
@Injectable()
export class AlertRulesService {
  constructor(
    private readonly rules: AlertRulesRepository,
    private readonly alerts: AlertsRepository,
    private readonly desk: AlertDesk,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** In the order in which they were made. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<AlertRule>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, alertRuleOrder);
    const rows = await this.rules.list(edition.id, { after, limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit, ({ createdAt, id }) => ({
      createdAt: createdAt.toISOString(),
      id,
    }));
    return { items: items.map(toAlertRule), nextCursor };
  }

  /** Throws `edition_archived`, and `invalid` for a zone that isn't there. */
  async create(slug: string, given: NewAlertRule, actor: Actor): Promise<AlertRule> {
    const edition = await this.access.find(slug, actor);
    refuseUnknownZone(edition, given.zone);
    return this.changes.runBeside(edition.id, async () => {
      const rule = await this.rules.create(edition.id, uuidv7(), given);
      await this.desk.begin(edition.id);
      await this.audit.record({ actor, action: "alert-rule.create", subject: subjectOf(slug, rule.id), after: rule });
      return rule;
    });
  }

  /** Throws `not_found`. */
  async get(slug: string, id: string, actor: Actor): Promise<AlertRule> {
    return this.existing((await this.access.find(slug, actor)).id, id);
  }

  /** Throws `not_found`, `edition_archived`, and `invalid` for a threshold that its kind does not take. */
  async change(slug: string, id: string, patch: AlertRulePatch, actor: Actor, ifMatch?: string): Promise<AlertRule> {
    const edition = await this.access.find(slug, actor);
    refuseUnknownZone(edition, patch.zone ?? null);
    return this.changes.runBeside(edition.id, async () => {
      if (uuid.safeParse(id).success) await this.rules.hold(id);
      const before = await this.existing(edition.id, id);
      refuseIfChanged(ifMatch, before, routes.changeAlertRule);
      if (patch.threshold !== undefined && !isThreshold(before.kind, patch.threshold)) {
        throw wrongField("threshold", "threshold_out_of_range", "It must lie within the limits of its kind.");
      }
      const changed = difference<AlertRulePatch>(before, patch);
      if (changed === undefined) return before;
      const after = await this.rules.update(id, patch);
      await this.audit.record({ actor, action: "alert-rule.change", subject: subjectOf(slug, id), ...changed });
      return after;
    });
  }

  /** Throws `not_found`, `edition_archived`. Its open alerts end. */
  async remove(slug: string, id: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    await this.changes.runBeside(edition.id, async () => {
      const before = await this.existing(edition.id, id);
      await this.desk.change(edition.id, async (hand) => {
        for (const alert of await this.alerts.ofRule(id)) await hand.end(alert, "not_watched");
        await this.rules.remove(id);
      });
      await this.audit.record({ actor, action: "alert-rule.remove", subject: subjectOf(slug, id), before });
    });
  }

  private async existing(editionId: number, id: string): Promise<AlertRule> {
    const rule = uuid.safeParse(id).success ? await this.rules.find(editionId, id) : undefined;
    if (rule === undefined) throw new ProblemError("not_found", "This edition has no such rule.");
    return rule;
  }
}

function refuseUnknownZone(edition: EditionConfiguration, zone: string | null): void {
  if (zone === null || edition.zones.has(zone)) return;
  throw wrongField("zone", "unknown_zone", `This edition has no zone ${zone}.`);
}

function wrongField(path: string, code: string, message: string): ProblemError {
  return new ProblemError("invalid", `${path}: ${message}`, { errors: [{ path, code, message }] });
}

const subjectOf = (slug: string, id: string): string => `alert-rule ${slug}/${id}`;
