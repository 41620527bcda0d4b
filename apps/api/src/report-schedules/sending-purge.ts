import { SENDING_LOG_DAYS } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { DueJob, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { SendingsRepository } from "./sendings.repository.ts";

const DAY_MS = 24 * 60 * 60_000;

/** Removes what was sent so long ago that nobody asks for it: files, and to whom they went (P1). */
@Injectable()
export class SendingPurge implements JobQueue<Record<string, never>> {
  readonly name = "report-sendings-purge";

  constructor(
    private readonly sendings: SendingsRepository,
    jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async due(): Promise<DueJob<Record<string, never>>[]> {
    return (await this.sendings.hasOlderThan(this.limit())) ? [{ key: "purge", data: {} }] : [];
  }

  async work(): Promise<void> {
    await this.sendings.removeOlderThan(this.limit());
  }

  private limit(): Date {
    return new Date(Date.now() - SENDING_LOG_DAYS * DAY_MS);
  }
}
