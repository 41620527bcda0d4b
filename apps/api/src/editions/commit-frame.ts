import type { EditionConfiguration } from "./edition-configuration.ts";
import type { EditionDirectory } from "./edition-directory.ts";
import { sqlState } from "../platform/sql-state.ts";
import { ProblemError } from "../platform/problem-error.ts";

const MOST_TRIES = 5;
/** Raised by `next_version` in the database. */
const STALE = "AB001";

/** Which commit of an edition a change belongs to. */
export interface CommitFrame {
  editionId: number;
  /** The configuration it was prepared with; another one in force raises StaleConfiguration. */
  configVersion: number;
  /** ms since the epoch. */
  receivedAt: number;
  /** Whether the edition is a draft, whose entries are a rehearsal. */
  rehearsal: boolean;
}

/** The configuration that a change was prepared with is no longer in force: prepare it again. */
export class StaleConfiguration extends Error {
  override name = "StaleConfiguration";
}

/** Runs a call of one of the ledger's functions; its refusal of a stale configuration becomes StaleConfiguration. */
export async function noticingStale<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    if (sqlState(error) === STALE) throw new StaleConfiguration(undefined, { cause: error });
    throw error;
  }
}

/** Runs a single change with the edition's configuration, again when that turned out to be stale. */
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
