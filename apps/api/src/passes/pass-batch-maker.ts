import { Injectable, Logger } from "@nestjs/common";
import type { DueJob, JobAttempt, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { PassBatchesRepository } from "./pass-batches.repository.ts";
import { PassIssuer } from "./pass-issuer.ts";

/** Passes of one transaction: a tenth of a second. */
const AT_ONCE = 1_000;

interface BatchJob {
  batchId: string;
}

/**
 * Makes the passes of a batch, a thousand in each transaction, which also notes how many there are: wherever it is
 * interrupted, whoever goes on makes exactly those that lack.
 */
@Injectable()
export class PassBatchMaker implements JobQueue<BatchJob> {
  readonly name = "pass-batch";
  private readonly log = new Logger("passes");

  constructor(
    private readonly batches: PassBatchesRepository,
    private readonly issuer: PassIssuer,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async begin(batchId: string): Promise<void> {
    await this.jobs.announce(this.name, jobOf(batchId));
  }

  async due(): Promise<DueJob<BatchJob>[]> {
    return (await this.batches.running()).map(jobOf);
  }

  async work({ batchId }: BatchJob, { signal, isLast }: JobAttempt): Promise<void> {
    try {
      let isDone = false;
      while (!isDone && !signal.aborted) isDone = await this.makeSome(batchId);
    } catch (error) {
      // What a person has to put right is not tried again: a key that was revoked, an edition that was archived.
      const isFinal = error instanceof ProblemError;
      if (isFinal || isLast) {
        this.log.error({ message: "a batch of passes could not be finished", batchId, error });
        await this.batches.enter(batchId, "failed", ["running"]);
      }
      if (!isFinal) throw error;
    }
  }

  /** Whether all are made, or no more are to be. */
  private async makeSome(batchId: string): Promise<boolean> {
    return this.transactions.run(async () => {
      const batch = await this.batches.hold(batchId);
      if (batch === undefined) return true;
      const { draft, editionId, createdBy } = batch;
      const count = Math.min(AT_ONCE, batch.count - batch.issued);
      await this.issuer.issue({ ...draft, editionId, batchId, issuedBy: createdBy }, count);
      await this.batches.setIssued(batchId, batch.issued + count);
      const isDone = batch.issued + count === batch.count;
      if (isDone) await this.batches.enter(batchId, "done", ["running"]);
      return isDone;
    });
  }
}

const jobOf = (batchId: string): DueJob<BatchJob> => ({ key: batchId, data: { batchId } });
