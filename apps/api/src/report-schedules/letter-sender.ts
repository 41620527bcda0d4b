import { LETTER_TRIED_HOURS } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { MailOutcome } from "../mail/mail-outcome.ts";
import { LONGEST_MAIL_MS, MailServer } from "../mail/mail-server.ts";
import type { DueJob, JobAttempt, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { type ClaimedLetter, LettersRepository } from "./letters.repository.ts";
import { writeLetter } from "./write-letter.ts";
import { ReportSchedulesRepository } from "./report-schedules.repository.ts";
import { SendingsRepository } from "./sendings.repository.ts";

const MOST_AT_ONCE = 500;
const TRIED_MS = LETTER_TRIED_HOURS * 60 * 60_000;
/** Longer than any try: whoever still has it then is gone. */
const CLAIM_MS = LONGEST_MAIL_MS + 30_000;

export interface LetterJob {
  letter: string;
}

/** Sends e-mails that wait, one to each address: nobody sees who else is sent it, and one refusal holds up nobody. */
@Injectable()
export class LetterSender implements JobQueue<LetterJob> {
  readonly name = "report-letters";
  /** From two seconds to half an hour; a day of it is over before the last one. */
  readonly retry = { retryLimit: 70, retryDelay: 2, retryDelayMax: 1_800 };
  /** Mail servers take few connections of one sender at a time. */
  readonly concurrency = 2;

  constructor(
    private readonly letters: LettersRepository,
    private readonly sendings: SendingsRepository,
    private readonly schedules: ReportSchedulesRepository,
    private readonly server: MailServer,
    private readonly jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async due(): Promise<DueJob<LetterJob>[]> {
    return (await this.letters.waiting(MOST_AT_ONCE)).map((id) => ({ key: id, data: { letter: id } }));
  }

  /** Wakes a worker for what waits. */
  async begin(): Promise<void> {
    for (const job of await this.due()) await this.jobs.announce(this.name, job);
  }

  async work({ letter: id }: LetterJob, { signal, isLast }: JobAttempt): Promise<void> {
    const letter = await this.letters.claim(id, CLAIM_MS);
    if (letter === undefined) {
      if (await this.letters.waits(id)) throw new Error("Another server has the letter.");
      return;
    }
    const at = new Date();
    const outcome = await this.send(letter, signal);
    if (outcome.fault === null) return this.letters.tried(id, { ...outcome, state: "sent", at });
    // A stop is no fault of the other side: who goes on tries it again.
    if (signal.aborted) {
      await this.letters.release(id);
      return signal.throwIfAborted();
    }
    const { fault, answer, isFinal } = outcome;
    const isOver = isLast || at.getTime() - letter.triedFrom.getTime() >= TRIED_MS;
    const state = isFinal ? "refused" : isOver ? "given_up" : "waiting";
    await this.letters.tried(id, { state, fault, answer, at });
    if (state === "waiting") throw new Error(`The letter was not taken: ${fault}.`);
  }

  private async send({ id, sendingId, to }: ClaimedLetter, signal: AbortSignal): Promise<MailOutcome> {
    const stored = await this.sendings.find(sendingId);
    const schedule = stored && (await this.schedules.find(stored.scheduleId))?.schedule;
    if (!stored?.figures || schedule === undefined) throw new Error("A letter waits that nothing was made for.");
    const { subject, text, html, locale } = writeLetter(schedule, stored.sending, stored.figures);
    const attachments = (await this.sendings.files(sendingId)).map(({ fileName: filename, content }) => ({
      filename,
      content,
    }));
    return this.server.send({ id, to, subject, text, html, locale, attachments }, signal);
  }
}
