import {
  type Alert,
  type AlertQuery,
  type AlertRemark,
  alertState,
  type AlertSubject,
  type AlertState,
  hasRole,
  type Page,
  type Role,
  role,
  uuid,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService, nameOf } from "../audit/audit.service.ts";
import { EditionAccess, type SeenZones } from "../editions/edition-access.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { AlertDesk, type AlertHand } from "./alert-desk.ts";
import { AlertNames } from "./alert-names.ts";
import { alertOrder, AlertsRepository, type StoredAlert } from "./alerts.repository.ts";

type Action = "acknowledge" | "resolve" | "note";

/** What people do with alerts. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly alerts: AlertsRepository,
    private readonly names: AlertNames,
    private readonly desk: AlertDesk,
    private readonly access: EditionAccess,
    private readonly audit: AuditService,
  ) {}

  /** Those that the actor's role sees, the latest first. */
  async list(slug: string, { limit, cursor, state }: AlertQuery, actor: Actor): Promise<Page<Alert>> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    const after = readCursor(cursor, alertOrder);
    const rows = await this.alerts.list(edition.id, rolesSeenBy(actor), statesOf(state), { after, limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit, ({ openedAt, id }) => ({ openedAt, id }));
    const seen = items.filter(({ subject }) => isOf(subject, zones));
    return { items: await this.names.tell(edition.id, edition.slug, seen), nextCursor };
  }

  /** Throws `not_found`, and `transition_not_allowed` for one that is not open. */
  acknowledge(slug: string, id: string, { note }: AlertRemark, actor: Actor): Promise<Alert> {
    return this.change(slug, id, "acknowledge", note, actor, (alert, hand, at) => {
      if (alert.state !== "open") throw notAllowed(`It is ${alert.state} already.`);
      return hand.step(alert, {
        state: "acknowledged",
        change: "acknowledged",
        acknowledged: { at, by: shownName(actor) },
      });
    });
  }

  /** Throws `not_found`, and `transition_not_allowed` for one that is resolved. */
  resolve(slug: string, id: string, { note }: AlertRemark, actor: Actor): Promise<Alert> {
    return this.change(slug, id, "resolve", note, actor, (alert, hand) => {
      if (alert.state === "resolved") throw notAllowed("It is resolved already.");
      return hand.end(alert, "person", shownName(actor));
    });
  }

  /** Throws `not_found`. A resolved one takes notes too. */
  note(slug: string, id: string, note: string, actor: Actor): Promise<Alert> {
    return this.change(slug, id, "note", note, actor, (alert, hand) => hand.step(alert, { change: "noted" }));
  }

  private async change(
    slug: string,
    id: string,
    action: Action,
    note: string | undefined,
    actor: Actor,
    work: (alert: StoredAlert, hand: AlertHand, at: Date) => Promise<StoredAlert>,
  ): Promise<Alert> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    const changed = await this.desk.change(edition.id, async (hand, at) => {
      const alert = uuid.safeParse(id).success ? await this.alerts.find(edition.id, id) : undefined;
      if (alert === undefined || !rolesSeenBy(actor).includes(alert.audience) || !isOf(alert.subject, zones)) {
        throw new ProblemError("not_found", "This edition has no such alert.");
      }
      if (note !== undefined) await this.alerts.addNote(alert.id, at, shownName(actor), note);
      const after = await work(alert, hand, at);
      await this.audit.record({
        actor,
        action: `alert.${action}`,
        subject: `alert ${slug}/${id}`,
        before: { state: alert.state },
        after: { state: after.state, topic: alert.topic, of: alert.subject.name, ...(note !== undefined && { note }) },
      });
      return after;
    });
    return this.names.tellOne(edition.id, edition.slug, changed);
  }
}

/** Whether an alert is of one of these zones; those of no zone are the whole edition's. */
const isOf = ({ zone }: AlertSubject, zones: SeenZones): boolean =>
  zones === null || (zone !== null && zones.has(zone));

/** Which audiences' alerts a caller sees: those of its role and of the roles below. */
function rolesSeenBy(actor: Actor): Role[] {
  if (actor.kind === "system") return [...role.options];
  if (actor.kind === "device") return [];
  return role.options.filter((audience) => hasRole(actor.role, audience));
}

function statesOf(state: AlertQuery["state"]): readonly AlertState[] {
  if (state === undefined) return alertState.options;
  return state === "unresolved" ? ["open", "acknowledged"] : [state];
}

/** Colleagues know each other by name. */
const shownName = (actor: Actor): string => (actor.kind === "person" ? actor.name : nameOf(actor));

const notAllowed = (message: string): ProblemError => new ProblemError("transition_not_allowed", message);
