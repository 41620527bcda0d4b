import { Injectable } from "@nestjs/common";
import { type CommitFrame, frameOf, StaleConfiguration } from "../editions/commit-frame.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { Metrics } from "../platform/metrics.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { sqlState } from "../platform/sql-state.ts";
import { AskDesk } from "./ask-desk.ts";
import { Batch, entryResult, setResult, voidResult } from "./batch.ts";
import { type EditionHold, EditionHolds } from "./edition-hold.repository.ts";
import { LedgerRepository } from "./ledger.repository.ts";
import { RecordedBefore } from "./recorded-before.ts";
import { ShownPasses } from "./shown-passes.ts";
import type { Submission } from "./submission.ts";

const MOST_TRIES = 5;
// A deadlock or a serialisation failure was rolled back whole and may simply be done again.
// So was a unique violation: one id came in two editions at once, and now the other one stands.
const TRANSIENT = new Set(["40P01", "40001", "23505"]);

/** Brings a batch of submissions to the ledger and settles each with its results, after the commit. */
@Injectable()
export class BatchCommitter {
  constructor(
    private readonly directory: EditionDirectory,
    private readonly ledger: LedgerRepository,
    private readonly holds: EditionHolds,
    private readonly desk: AskDesk,
    private readonly shownPasses: ShownPasses,
    private readonly recordedBefore: RecordedBefore,
    private readonly metrics: Metrics,
  ) {}

  async commit(editionId: number, submissions: Submission[]): Promise<void> {
    const done = this.metrics.commitSeconds.startTimer();
    this.metrics.batchSize.observe(submissions.reduce((items, submission) => items + submission.items.length, 0));
    try {
      await this.commitTogether(editionId, submissions);
    } catch (error) {
      if (submissions.length === 1 || !isFaultOfContent(error)) throw error;
      // One of them upset the database: each goes alone, so that only that one fails.
      for (const submission of submissions) {
        await this.commitTogether(editionId, [submission]).catch((reason: unknown) => submission.fail(reason));
      }
    } finally {
      done();
    }
  }

  private async commitTogether(editionId: number, submissions: Submission[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.attempt(editionId, submissions);
        return;
      } catch (error) {
        if (attempt >= MOST_TRIES) throw error;
        if (error instanceof StaleConfiguration) await this.directory.reload(editionId);
        else if (!TRANSIENT.has(sqlState(error))) throw error;
      }
    }
  }

  private async attempt(editionId: number, submissions: Submission[]): Promise<void> {
    const edition = await this.directory.byId(editionId);
    if (edition === undefined) throw new ProblemError("not_found", "The edition is no longer there.");
    const batch = new Batch(edition, submissions);
    const frame = frameOf(edition);
    await this.shownPasses.resolve(edition, batch);
    await this.recordedBefore.answer(editionId, batch);
    await this.recordCrossings(frame, edition, batch);
    // Entries before voids: a void may name an entry of its own request.
    await this.recordVoids(frame, batch);
    this.metrics.committed(editionId);
    for (const { submission, error } of batch.turnedAway) submission.fail(error);
    // Settling one that was turned away changes nothing: a promise keeps its first answer.
    for (const submission of submissions) submission.settle();
  }

  private async recordCrossings(frame: CommitFrame, edition: EditionConfiguration, batch: Batch): Promise<void> {
    if (batch.hasAsks) {
      await this.holds.run(frame, async (hold) => {
        await this.desk.decide(frame, edition, batch, hold);
        await this.recordEntries(frame, batch, hold);
      });
    } else {
      await this.desk.flag(frame, edition, batch);
      await this.recordEntries(frame, batch);
    }
  }

  private async recordEntries(frame: CommitFrame, { entries }: Batch, hold?: EditionHold): Promise<void> {
    if (entries.length === 0) return;
    const outcomes = await this.ledger.recordEntries(
      frame,
      entries.map(({ entry }) => entry),
      hold,
    );
    entries.forEach(({ place }, index) => {
      const { outcome, flags } = outcomes[index] ?? { outcome: "id_reused", flags: 0 };
      setResult(place, entryResult(place.id, outcome, flags));
    });
  }

  private async recordVoids(frame: CommitFrame, { voids }: Batch): Promise<void> {
    if (voids.length === 0) return;
    const outcomes = await this.ledger.recordVoids(
      frame,
      voids.map(({ prepared }) => prepared),
      false,
    );
    const unknown = voids.filter((_, index) => outcomes[index]?.outcome === "unknown_entry");
    const refused = await this.desk.refusedAmong(
      frame.editionId,
      unknown.map(({ prepared }) => prepared.target),
    );
    voids.forEach(({ place, prepared }, index) => {
      const { outcome } = outcomes[index] ?? { outcome: "unknown_entry" };
      // Nobody was let in: there is nothing to take back, and sending it again would change nothing.
      const isOfRefused = outcome === "unknown_entry" && refused.has(prepared.target);
      setResult(place, voidResult(place.id, isOfRefused ? "void_not_allowed" : outcome));
    });
  }
}

/** Class 22 is data the database can't take, 23 a broken constraint. */
function isFaultOfContent(error: unknown): boolean {
  return /^2[23]/.test(sqlState(error));
}
