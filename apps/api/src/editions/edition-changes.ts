import { Injectable } from "@nestjs/common";
import type { EditionStatus } from "@abwab/contract";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { EditionDirectory } from "./edition-directory.ts";
import { EditionStateRepository } from "./edition-state.repository.ts";

/** How anything of an edition is changed: under the lock of its state, with a new configuration version. */
@Injectable()
export class EditionChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly state: EditionStateRepository,
    private readonly directory: EditionDirectory,
  ) {}

  /** Commits `work`, which gets the edition's status; then this server knows of it, others within a tick. */
  async run<Result>(editionId: number, work: (status: EditionStatus) => Promise<Result>): Promise<Result> {
    const result = await this.transactions.run(async () => {
      const status = await this.state.raise(editionId);
      if (status === undefined) throw new ProblemError("not_found", "There is no such edition any more.");
      return work(status);
    });
    await this.directory.reload(editionId);
    return result;
  }

  /** As `run`; throws `edition_archived` for an archived edition. */
  async runUnlessArchived<Result>(editionId: number, work: () => Promise<Result>): Promise<Result> {
    return this.run(editionId, (status) => {
      if (status === "archived") throw new ProblemError("edition_archived", "An archived edition is not changed.");
      return work();
    });
  }

  /**
   * Commits `work` on what belongs to an edition but to no device's configuration: nobody is told of it, entries go on
   * meanwhile. The edition isn't archived before it ends. Throws `edition_archived`.
   */
  async runBeside<Result>(editionId: number, work: () => Promise<Result>): Promise<Result> {
    return this.transactions.run(async () => {
      const status = await this.state.holdStatus(editionId);
      if (status === undefined) throw new ProblemError("not_found", "There is no such edition any more.");
      if (status === "archived") throw new ProblemError("edition_archived", "An archived edition is not changed.");
      return work();
    });
  }
}
