import { Inject, Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import type { DueJob, JobAttempt, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { WebhookPost } from "../webhooks/webhook-post.ts";
import { LetterSender } from "./letter-sender.ts";
import { ReportSchedulesRepository, type StoredSchedule } from "./report-schedules.repository.ts";
import type { SendingFigures } from "./sending-figures.ts";
import { SendingPlanner } from "./sending-planner.ts";
import { SendingReport } from "./sending-report.ts";
import { type MadeFile, SendingsRepository, type StoredSending } from "./sendings.repository.ts";
import { reportMessage } from "./webhook-message.ts";

const MOST_AT_ONCE = 100;

export interface SendingJob {
  sending: string;
}

/** Makes the reports that are due, once for all who are sent them, and puts the letters into the post. */
@Injectable()
export class SendingMaker implements JobQueue<SendingJob> {
  readonly name = "report-sendings";

  constructor(
    private readonly planner: SendingPlanner,
    private readonly schedules: ReportSchedulesRepository,
    private readonly sendings: SendingsRepository,
    private readonly report: SendingReport,
    private readonly letters: LetterSender,
    private readonly post: WebhookPost,
    private readonly directory: EditionDirectory,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    jobs.register(this);
  }

  /** Asked every half a minute: it is when schedules are looked at, too. */
  async due(): Promise<DueJob<SendingJob>[]> {
    await this.planner.plan(Date.now());
    return this.waiting();
  }

  /** Wakes a worker for what is to be made. */
  async begin(): Promise<void> {
    for (const job of await this.waiting()) await this.jobs.announce(this.name, job);
  }

  async work({ sending: id }: SendingJob, { isLast }: JobAttempt): Promise<void> {
    const stored = await this.sendings.find(id);
    const schedule = stored && (await this.schedules.find(stored.scheduleId));
    const edition = schedule && (await this.directory.byId(schedule.editionId));
    if (stored === undefined || schedule === undefined || edition === undefined) return;
    if (stored.sending.state !== "making") return;
    try {
      const { day } = stored.sending;
      const figures = await this.report.figures(edition, day);
      await this.keep(edition, schedule, stored, figures, await this.report.files(edition, schedule.schedule, day));
    } catch (error) {
      const isBusy = error instanceof ProblemError && error.code === "overloaded";
      await this.sendings.fail(id, isBusy ? "overloaded" : "failed", isLast);
      throw error;
    }
    await this.letters.begin();
    await this.post.posted();
  }

  private async keep(
    edition: EditionConfiguration,
    { schedule }: StoredSchedule,
    { sending, webhooks }: StoredSending,
    figures: SendingFigures,
    files: readonly MadeFile[],
  ): Promise<void> {
    await this.transactions.run(async () => {
      if (!(await this.sendings.keep(sending.id, figures, files)) || !webhooks) return;
      const message = reportMessage(schedule, sending, figures, files, this.configuration.ABWAB_PUBLIC_URL);
      const posted = await this.post.post(edition.id, "report.ready", message);
      const letters = posted.map(({ deliveryId, endpoint: to }) => ({
        id: uuidv7(),
        to,
        via: "webhook" as const,
        deliveryId,
      }));
      await this.sendings.addLetters(sending.id, letters);
    });
  }

  private async waiting(): Promise<DueJob<SendingJob>[]> {
    return (await this.sendings.making(MOST_AT_ONCE)).map((id) => ({ key: id, data: { sending: id } }));
  }
}
