import { PERSONAL_DATA_KEPT_DAYS } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { SYSTEM } from "../platform/actor.ts";
import type { DueJob, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { Transactions } from "../platform/transactions.ts";
import { type OverdueEdition, PersonalDataRepository } from "./personal-data.repository.ts";

/**
 * Deletes what is kept of persons for the sake of an edition, once it is over long enough (P1): contacts of
 * organisations, names of journalists, the lists both came in. Archived editions, too: what they counted stays.
 */
@Injectable()
export class PersonalDataPurge implements JobQueue<OverdueEdition> {
  readonly name = "personal-data-purge";

  constructor(
    private readonly data: PersonalDataRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
    jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async due(): Promise<DueJob<OverdueEdition>[]> {
    const overdue = await this.data.overdue(Date.now(), PERSONAL_DATA_KEPT_DAYS);
    return overdue.map(({ id, slug }) => ({ key: String(id), data: { id, slug } }));
  }

  /** Whatever the job was told long ago: only what is overdue now. */
  async work(): Promise<void> {
    await this.purge(Date.now());
  }

  /**
   * @param now ms since the epoch
   * @returns the slugs of the editions that held something
   */
  async purge(now: number): Promise<string[]> {
    const overdue = await this.data.overdue(now, PERSONAL_DATA_KEPT_DAYS);
    for (const edition of overdue) await this.purgeEdition(edition);
    return overdue.map(({ slug }) => slug);
  }

  private async purgeEdition({ id, slug }: OverdueEdition): Promise<void> {
    await this.transactions.run(async () => {
      const after = {
        contacts: await this.data.purgeContacts(id),
        holders: await this.data.purgeHolders(id),
        recipients: await this.data.purgeRecipients(id),
        lists: await this.data.purgeImports(id),
      };
      await this.audit.record({ actor: SYSTEM, action: "personal-data.purge", subject: `edition ${slug}`, after });
    });
  }
}
