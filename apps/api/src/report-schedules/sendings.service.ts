import { type Page, type PageQuery, type ReportSending, type SendNow, uuid } from "@abwab/contract";
import { dayShown } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, nameOf } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { LetterSender } from "./letter-sender.ts";
import { LettersRepository } from "./letters.repository.ts";
import { ReportSchedulesRepository } from "./report-schedules.repository.ts";
import { ReportSchedulesService, subjectOf } from "./report-schedules.service.ts";
import { SendingMaker } from "./sending-maker.ts";
import { lettersTo } from "./sending-planner.ts";
import { sendingOrder, SendingsRepository, type StoredSending } from "./sendings.repository.ts";

/** What schedules have sent, and what people have sent at once. */
@Injectable()
export class SendingsService {
  constructor(
    private readonly schedules: ReportSchedulesService,
    private readonly scheduleRows: ReportSchedulesRepository,
    private readonly sendings: SendingsRepository,
    private readonly letters: LettersRepository,
    private readonly maker: SendingMaker,
    private readonly sender: LetterSender,
    private readonly access: EditionAccess,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /** The latest first. Throws `not_found`. */
  async log(slug: string, id: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<ReportSending>> {
    const { schedule } = await this.schedules.existing(await this.access.find(slug, actor), id);
    const after = readCursor(cursor, sendingOrder);
    const rows = await this.sendings.list(schedule.id, { after, limit: limit + 1 });
    const key = ({ createdAt, sending }: StoredSending) => ({ createdAt, id: sending.id });
    const { items, nextCursor } = pageOf(rows, limit, key);
    return { items: items.map(({ sending }) => sending), nextCursor };
  }

  /** Of a paused schedule, too. Throws `not_found`, `invalid`, and `transition_not_allowed` while one is being made. */
  async now(slug: string, id: string, { to, day }: SendNow, actor: Actor): Promise<ReportSending> {
    const edition = await this.access.find(slug, actor);
    const { schedule } = await this.schedules.existing(edition, id);
    if (to === "me" && actor.kind !== "person") throw wrongField("to", "only a person has an address");
    if (day !== undefined && edition.days.every(({ date }) => date !== day)) {
      throw wrongField("day", "is no day of this edition");
    }
    const now = new Date();
    const sending = {
      id: uuidv7(),
      scheduleId: schedule.id,
      day: day ?? dayShown(edition.calendar, edition.days, now.getTime()),
      dueAt: now,
      askedBy: nameOf(actor),
      webhooks: to === "everyone" && schedule.webhooks,
    };
    await this.transactions.run(async () => {
      await this.scheduleRows.hold(schedule.id);
      if (await this.sendings.isAsked(schedule.id)) {
        throw new ProblemError("transition_not_allowed", "Its reports are being made: wait for them.");
      }
      await this.sendings.create(sending);
      const emails = to === "me" && actor.kind === "person" ? [actor.email] : schedule.emails;
      await this.sendings.addLetters(sending.id, lettersTo(emails));
      const after = { to, day: sending.day };
      await this.audit.record({ actor, action: "report-schedule.send", subject: subjectOf(slug, id), after });
    });
    await this.maker.begin();
    return this.existing(schedule.id, sending.id);
  }

  /** Tries again what was refused or given up. Throws `not_found`, and `transition_not_allowed` where nothing was. */
  async again(slug: string, id: string, sendingId: string, actor: Actor): Promise<ReportSending> {
    const { schedule } = await this.schedules.existing(await this.access.find(slug, actor), id);
    const { state } = await this.existing(schedule.id, sendingId);
    await this.transactions.run(async () => {
      const count = state === "made" ? await this.letters.again(sendingId, new Date()) : 0;
      if (count === 0) throw new ProblemError("transition_not_allowed", "Nothing of it was refused or given up.");
      const after = { sending: sendingId, letters: count };
      await this.audit.record({ actor, action: "report-schedule.send-again", subject: subjectOf(slug, id), after });
    });
    await this.sender.begin();
    return this.existing(schedule.id, sendingId);
  }

  private async existing(scheduleId: string, id: string): Promise<ReportSending> {
    const stored = uuid.safeParse(id).success ? await this.sendings.find(id) : undefined;
    if (stored?.scheduleId !== scheduleId) throw new ProblemError("not_found", "This schedule sent no such thing.");
    return stored.sending;
  }
}

function wrongField(path: string, message: string): ProblemError {
  return new ProblemError("invalid", `${path}: ${message}`, { errors: [{ path, code: "custom", message }] });
}
