import { Injectable } from "@nestjs/common";
import type { DueJob, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { ExportsRepository } from "./exports.repository.ts";

/** Removes exports whose days are over, and their files. */
@Injectable()
export class ExportPurge implements JobQueue<Record<string, never>> {
  readonly name = "export-purge";

  constructor(
    private readonly exports: ExportsRepository,
    jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async due(): Promise<DueJob<Record<string, never>>[]> {
    return (await this.exports.hasExpired(new Date())) ? [{ key: "purge", data: {} }] : [];
  }

  async work(): Promise<void> {
    await this.exports.removeExpired(new Date());
  }
}
