import { LETTER_TRIED_HOURS } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { Transactions } from "../platform/transactions.ts";
import { ReportSchedulesRepository, type StoredSchedule } from "./report-schedules.repository.ts";
import { momentsDue, type ScheduledMoment } from "./schedule-moments.ts";
import { SendingsRepository } from "./sendings.repository.ts";

/** What was due while no server was there is made up for within this long; after it nobody waits for it any more. */
const MADE_UP_MS = LETTER_TRIED_HOURS * 60 * 60_000;

/** Looks which schedules are due, and has each sent once for a day. */
@Injectable()
export class SendingPlanner {
  constructor(
    private readonly schedules: ReportSchedulesRepository,
    private readonly sendings: SendingsRepository,
    private readonly directory: EditionDirectory,
    private readonly transactions: Transactions,
  ) {}

  /** @param now ms since the epoch */
  async plan(now: number): Promise<void> {
    for (const stored of await this.schedules.active()) {
      const { id } = stored.schedule;
      for (const moment of await this.due(stored, now)) {
        if (!(await this.sendings.isPlanned(id, moment.day))) await this.begin(id, moment, now);
      }
    }
  }

  private async due({ editionId, schedule, dueAfter }: StoredSchedule, now: number): Promise<ScheduledMoment[]> {
    const edition = await this.directory.byId(editionId);
    return edition === undefined ? [] : momentsDue(edition, schedule, Math.max(dueAfter, now - MADE_UP_MS), now);
  }

  private async begin(scheduleId: string, { day, at }: ScheduledMoment, now: number): Promise<void> {
    await this.transactions.run(async () => {
      // Somebody may be changing it; what is true once they are done counts.
      const stored = await this.schedules.hold(scheduleId);
      if (stored === undefined || !stored.schedule.active) return;
      const isStillDue = (await this.due(stored, now)).some((moment) => moment.day === day);
      if (!isStillDue) return;
      const { emails, webhooks } = stored.schedule;
      const sending = { id: uuidv7(), scheduleId, day, dueAt: new Date(at), askedBy: null, webhooks };
      if (await this.sendings.create(sending)) await this.sendings.addLetters(sending.id, lettersTo(emails));
    });
  }
}

export const lettersTo = (emails: readonly string[]) =>
  emails.map((to) => ({ id: uuidv7(), to, via: "email" as const }));
