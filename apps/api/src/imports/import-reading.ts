import type { ImportFault } from "@abwab/contract";
import { Injectable, Logger } from "@nestjs/common";
import { EditionDirectory } from "../editions/edition-directory.ts";
import type { DueJob, JobAttempt, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { ImportMappingsRepository } from "./import-mappings.repository.ts";
import { type ImportTurn, ImportTurnsRepository, TurnLost } from "./import-turns.repository.ts";
import { ImportsRepository } from "./imports.repository.ts";
import { KnownOrganisationsRepository } from "./known-organisations.repository.ts";
import { KnownPassReferencesRepository } from "./known-pass-references.repository.ts";
import { type KnowledgePart, readList, UnreadableList } from "./list-reader.ts";
import type { ListRequest } from "./reading/list-request.ts";
import { noOutcomes, type StoredImport } from "./stored-import.ts";

const MOST_MAPPINGS = 500;

interface ReadingJob {
  importId: string;
}

/**
 * Reads files in the background and makes their previews. Wherever it is interrupted, whoever goes on begins anew,
 * without what was left; a person who corrects the reading meanwhile makes it begin anew too.
 */
@Injectable()
export class ImportReading implements JobQueue<ReadingJob> {
  readonly name = "import-reading";
  private readonly log = new Logger("imports");

  constructor(
    private readonly imports: ImportsRepository,
    private readonly turns: ImportTurnsRepository,
    private readonly mappings: ImportMappingsRepository,
    private readonly organisations: KnownOrganisationsRepository,
    private readonly passes: KnownPassReferencesRepository,
    private readonly editions: EditionDirectory,
    private readonly jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async begin(importId: string): Promise<void> {
    await this.jobs.announce(this.name, jobOf(importId));
  }

  async due(): Promise<DueJob<ReadingJob>[]> {
    return (await this.imports.inState("reading")).map(jobOf);
  }

  async work({ importId }: ReadingJob, { signal }: JobAttempt): Promise<void> {
    while (!signal.aborted) {
      const turn = await this.turns.begin(importId);
      const stored = turn && (await this.imports.find(importId));
      if (turn === undefined || stored === undefined) return;
      try {
        await this.read(stored, turn, turn.content, signal);
      } catch (error) {
        // Corrected meanwhile: there is another turn, or nothing to read any more.
        if (!(error instanceof TurnLost)) throw error;
      }
    }
  }

  private async read(stored: StoredImport, turn: ImportTurn, content: Uint8Array, signal: AbortSignal): Promise<void> {
    const request = await this.requestOf(stored, content);
    const outcomes = { ...noOutcomes };
    const fault = await this.guarded(stored, () =>
      readList(
        request,
        this.knowledgeFor(stored),
        {
          found: (found) => this.turns.found(turn, found),
          rows: async (rows) => {
            await this.turns.take(turn, rows);
            for (const { outcome } of rows) outcomes[outcome] += 1;
          },
        },
        signal,
      ),
    );
    await this.turns.finish(turn, outcomes, fault);
  }

  /** What even the reading of a list did not foresee is the file's fault for its sender, and ours in the log. */
  private async guarded({ id }: StoredImport, read: () => Promise<ImportFault | null>): Promise<ImportFault | null> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof UnreadableList)) throw error;
      this.log.error({ message: "a list could not be read", importId: id, error });
      return "unknown_format";
    }
  }

  private async requestOf(stored: StoredImport, content: Uint8Array): Promise<ListRequest> {
    const { editionId, subject, fileName, correction } = stored;
    const edition = await this.editions.byId(editionId);
    const mappings = await this.mappings.latest(editionId, subject, MOST_MAPPINGS);
    return {
      content,
      fileName,
      subject,
      correction,
      mappings: mappings.map(({ titles, fields }) => ({ titles, fields })),
      categories: [...(edition?.categories ?? [])],
      now: Date.now(),
      timeZone: await this.imports.timeZone(editionId),
    };
  }

  private async *knowledgeFor({ editionId, subject }: StoredImport): AsyncGenerator<KnowledgePart> {
    if (subject === "organisations") {
      for await (const known of this.organisations.all(editionId)) yield { kind: "organisations", known };
    } else {
      for await (const known of this.passes.all(editionId)) yield { kind: "passes", known };
    }
  }
}

const jobOf = (importId: string): DueJob<ReadingJob> => ({ key: importId, data: { importId } });
