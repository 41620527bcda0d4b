import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { EditionDirectory } from "../editions/edition-directory.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { type CommitFrame, StaleConfiguration } from "./ledger.repository.ts";

const MOST_TRIES = 5;

/** Runs a single correction with the edition's configuration, again when that turned out to be stale. */
export async function withFreshConfiguration<Result>(
  directory: EditionDirectory,
  editionId: number,
  work: (frame: CommitFrame, edition: EditionConfiguration) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const edition = await directory.byId(editionId);
    if (edition === undefined) throw new ProblemError("not_found", "The edition is no longer there.");
    try {
      return await work(frameOf(edition), edition);
    } catch (error) {
      if (!(error instanceof StaleConfiguration) || attempt >= MOST_TRIES) throw error;
      await directory.reload(editionId);
    }
  }
}

/** The frame of a commit made now with this configuration. */
export function frameOf(edition: EditionConfiguration): CommitFrame {
  return {
    editionId: edition.id,
    configVersion: edition.configVersion,
    receivedAt: Date.now(),
    rehearsal: edition.status === "draft",
  };
}
