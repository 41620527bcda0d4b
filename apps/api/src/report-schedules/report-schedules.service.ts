import {
  type ListedReportSchedule,
  MAX_REPORT_SCHEDULES,
  type NewReportSchedule,
  newReportSchedule,
  type Page,
  type PageQuery,
  type ReportSchedule,
  type ReportSchedulePatch,
  uuid,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, difference, nameOf } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { ReportSchedulesRepository, scheduleOrder, type StoredSchedule } from "./report-schedules.repository.ts";
import { nextMoment } from "./schedule-moments.ts";

/** Which reports are sent by themselves, when and to whom. */
@Injectable()
export class ReportSchedulesService {
  constructor(
    private readonly schedules: ReportSchedulesRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** In the order in which they were made. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<ListedReportSchedule>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, scheduleOrder);
    const rows = await this.schedules.list(edition.id, { after, limit: limit + 1 });
    const key = ({ schedule: { createdAt, id } }: StoredSchedule) => ({ createdAt, id });
    const { items, nextCursor } = pageOf(rows, limit, key);
    const now = Date.now();
    return { items: items.map(({ schedule }) => ({ ...schedule, next: nextOf(edition, schedule, now) })), nextCursor };
  }

  /** Throws `not_found`. */
  async get(slug: string, id: string, actor: Actor): Promise<ReportSchedule> {
    return (await this.existing(await this.access.find(slug, actor), id)).schedule;
  }

  /** Throws `edition_archived`, `too_many_schedules`. */
  async create(slug: string, given: NewReportSchedule, actor: Actor): Promise<ReportSchedule> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      if ((await this.schedules.count(edition.id)) >= MAX_REPORT_SCHEDULES) {
        throw new ProblemError("too_many_schedules", `An edition has at most ${MAX_REPORT_SCHEDULES}.`);
      }
      const fresh = { id: uuidv7(), createdBy: nameOf(actor), dueAfter: new Date() };
      const schedule = await this.schedules.create(edition.id, { ...given, ...fresh });
      const after = auditedFields(schedule);
      await this.audit.record({
        actor,
        action: "report-schedule.create",
        subject: subjectOf(slug, schedule.id),
        after,
      });
      return schedule;
    });
  }

  /** Throws `not_found`, `edition_archived`, `invalid`, and `changed_meanwhile` where `ifMatch` names another state. */
  async change(
    slug: string,
    id: string,
    patch: ReportSchedulePatch,
    actor: Actor,
    ifMatch?: string,
  ): Promise<ReportSchedule> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      const { schedule: before } = await this.held(edition, id);
      refuseIfChanged(ifMatch, before);
      const changed = difference<ReportSchedulePatch>(before, patch);
      if (changed === undefined) return before;
      refuseNobody({ ...before, ...changed.after });
      // What passed while it was paused, or was none of its moments, is not made up for.
      const isOther = ["moment", "offsetMinutes"].some((field) => field in changed.after) || patch.active === true;
      const after = await this.schedules.update(id, { ...patch, ...(isOther && { dueAfter: new Date() }) });
      await this.audit.record({
        actor,
        action: "report-schedule.change",
        subject: subjectOf(slug, id),
        before: withoutAddresses(changed.before),
        after: withoutAddresses(changed.after),
      });
      return after;
    });
  }

  /** Throws `not_found`, `edition_archived`. Its log goes with it, and what still waits is not sent. */
  async remove(slug: string, id: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    await this.changes.runBeside(edition.id, async () => {
      const { schedule } = await this.held(edition, id);
      await this.schedules.remove(id);
      const before = auditedFields(schedule);
      await this.audit.record({ actor, action: "report-schedule.remove", subject: subjectOf(slug, id), before });
    });
  }

  /** Throws `not_found`. */
  async existing(edition: EditionConfiguration, id: string): Promise<StoredSchedule> {
    return ofEdition(edition, uuid.safeParse(id).success ? await this.schedules.find(id) : undefined);
  }

  private async held(edition: EditionConfiguration, id: string): Promise<StoredSchedule> {
    return ofEdition(edition, uuid.safeParse(id).success ? await this.schedules.hold(id) : undefined);
  }
}

function ofEdition(edition: EditionConfiguration, stored: StoredSchedule | undefined): StoredSchedule {
  if (stored?.editionId !== edition.id) throw new ProblemError("not_found", "This edition has no such schedule.");
  return stored;
}

function nextOf(edition: EditionConfiguration, schedule: ReportSchedule, now: number): ListedReportSchedule["next"] {
  if (!schedule.active || edition.status === "archived") return null;
  const moment = nextMoment(edition, schedule, now);
  return moment === undefined ? null : { day: moment.day, at: new Date(moment.at).toISOString() };
}

/** A schedule that sends to nobody is none. */
function refuseNobody({ name, reports, locales, moment, offsetMinutes, emails, webhooks }: ReportSchedulePatch): void {
  const planned = { name, reports, locales, moment, offsetMinutes, emails, webhooks };
  const checked = newReportSchedule.safeParse(planned);
  if (checked.success) return;
  const [issue] = checked.error.issues;
  const path = issue?.path.join(".") ?? "";
  const message = issue?.message ?? "is wrong";
  throw new ProblemError("invalid", `${path}: ${message}`, {
    errors: [{ path, code: issue?.code ?? "custom", message }],
  });
}

const auditedFields = ({ id: _id, createdAt: _at, createdBy: _by, ...fields }: ReportSchedule) =>
  withoutAddresses(fields);

/** The trail stays for good, and nobody can erase an address from it (P1): it says how many there are. */
const withoutAddresses = ({ emails, ...fields }: ReportSchedulePatch) => ({
  ...fields,
  ...(emails !== undefined && { emails: emails.length }),
});

export const subjectOf = (slug: string, id: string): string => `report-schedule ${slug}/${id}`;
