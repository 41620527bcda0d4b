import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { SYSTEM } from "../platform/actor.ts";
import type { DueJob, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { Transactions } from "../platform/transactions.ts";
import { ImportPurgeRepository } from "./import-purge.repository.ts";

/** How long a list that nobody has confirmed is kept, and the rows that were not taken as they stood in it (P1). */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Forgets lists that lie about: they are full of names and telephones. */
@Injectable()
export class ImportPurge implements JobQueue<Record<string, never>> {
  readonly name = "import-purge";

  constructor(
    private readonly imports: ImportPurgeRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
    jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async due(): Promise<DueJob<Record<string, never>>[]> {
    return (await this.imports.hasOlder(limit())) ? [{ key: "purge", data: {} }] : [];
  }

  async work(): Promise<void> {
    await this.transactions.run(async () => {
      for (const { id, slug } of await this.imports.removeUnconfirmed(limit())) {
        await this.audit.record({ actor: SYSTEM, action: "import.discard", subject: `import ${slug}/${id}` });
      }
      await this.imports.forgetCells(limit());
    });
  }
}

const limit = (): Date => new Date(Date.now() - KEPT_MS);
