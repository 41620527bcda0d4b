import type { ImportFault } from "@abwab/contract";
import { Injectable, Logger } from "@nestjs/common";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { DueJob, JobAttempt, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { AttendeeCommitting } from "./attendee-committing.ts";
import { ImportReading } from "./import-reading.ts";
import { ImportsRepository } from "./imports.repository.ts";
import { OrganisationCommitRepository } from "./organisation-commit.repository.ts";
import type { StoredImport } from "./stored-import.ts";

/** 100,000 rows on a busy machine take a fraction. */
const LONGEST_MS = 120_000;

interface CommittingJob {
  importId: string;
}

/**
 * Imports what was confirmed, in the background. Organisations come in one transaction, so that wherever it is
 * interrupted there is all of an import or nothing.
 */
@Injectable()
export class ImportCommitting implements JobQueue<CommittingJob> {
  readonly name = "import-committing";
  private readonly log = new Logger("imports");

  constructor(
    private readonly imports: ImportsRepository,
    private readonly organisations: OrganisationCommitRepository,
    private readonly attendees: AttendeeCommitting,
    private readonly reading: ImportReading,
    private readonly changes: EditionChanges,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async begin(importId: string): Promise<void> {
    await this.jobs.announce(this.name, jobOf(importId));
  }

  async due(): Promise<DueJob<CommittingJob>[]> {
    return (await this.imports.inState("committing")).map(jobOf);
  }

  async work({ importId }: CommittingJob, { signal, isLast }: JobAttempt): Promise<void> {
    try {
      const stored = await this.imports.find(importId);
      if (stored === undefined) return;
      if (stored.subject === "attendees") await this.attendees.commit(stored, signal);
      else await this.commit(stored);
    } catch (error) {
      // What a person has to put right is not tried again.
      const isFinal = error instanceof ProblemError;
      if (isFinal || isLast) {
        this.log.error({ message: "an import could not be finished", importId, error });
        await this.imports.enter(importId, "preview", ["committing"], faultOf(error));
      }
      if (!isFinal) throw error;
    }
  }

  private async commit({ id, editionId }: StoredImport): Promise<void> {
    const isStale = await this.transactions.run(
      () =>
        this.changes.runBeside(editionId, async () => {
          if (!(await this.imports.hold(id, "committing"))) return false;
          if (!(await this.organisations.holdUnchanged(id))) return true;
          await this.organisations.commit(id);
          await this.imports.finish(id);
          return false;
        }),
      LONGEST_MS,
    );
    // What a person has seen is not what would be imported: they look again.
    if (isStale && (await this.imports.compareAgain(id))) await this.reading.begin(id);
  }
}

const jobOf = (importId: string): DueJob<CommittingJob> => ({ key: importId, data: { importId } });

function faultOf(error: unknown): ImportFault {
  const code = error instanceof ProblemError ? error.code : undefined;
  return code === "edition_archived" || code === "no_signing_key" ? code : "commit_failed";
}
