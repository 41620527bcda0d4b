import { entryFlags, MAX_SHEET_ROWS } from "@abwab/contract";
import { Inject, Injectable, Logger } from "@nestjs/common";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import type { DueJob, JobAttempt, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { ExportPlansRepository } from "./export-plans.repository.ts";
import { makeFile } from "./export-worker.ts";
import { ExportsRepository, type StoredExport } from "./exports.repository.ts";
import { plannedPlaces } from "./planned-places.ts";
import { isOfPlaces } from "./writing/counts-columns.ts";
import type { ExportPlan } from "./writing/export-plan.ts";

/** Files that are made at a time, over all servers; one on each. */
const AT_ONCE = 2;

interface ExportJob {
  exportId: string;
}

/**
 * Makes files in the background, those asked for first before the others. Wherever it is interrupted, whoever goes on
 * begins anew, without what was left: the ledger up to the same commit reads the same.
 */
@Injectable()
export class ExportMaking implements JobQueue<ExportJob> {
  readonly name = "export";
  private readonly log = new Logger("exports");

  constructor(
    private readonly exports: ExportsRepository,
    private readonly plans: ExportPlansRepository,
    private readonly editions: EditionDirectory,
    private readonly jobs: Jobs,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    jobs.register(this);
  }

  /** Tells the workers of what may be begun now. */
  async begin(): Promise<void> {
    for (const job of await this.due()) await this.jobs.announce(this.name, job);
  }

  async due(): Promise<DueJob<ExportJob>[]> {
    return (await this.exports.unfinished(AT_ONCE)).map((exportId) => ({ key: exportId, data: { exportId } }));
  }

  async work({ exportId }: ExportJob, { signal, isLast }: JobAttempt): Promise<void> {
    const turn = await this.plans.begin(exportId);
    const stored = await this.exports.find(exportId);
    if (turn === undefined || stored === undefined) return;
    const outcome = await makeFile(await this.planOf(stored, turn), signal);
    if (outcome.kind === "error" && !signal.aborted) {
      this.log.error({ message: "an export could not be made", exportId, reason: outcome.message });
      if (!isLast && !outcome.isFinal) throw new Error("The export is tried again.");
      await this.exports.end(exportId, "failed", outcome.fault);
    }
    if (!signal.aborted) await this.begin();
  }

  private async planOf(stored: StoredExport, turn: number): Promise<ExportPlan> {
    const { id: exportId, editionId, request, version } = stored;
    const zones = (await this.editions.byId(editionId))?.zones;
    return {
      databaseUrl: this.configuration.DATABASE_URL,
      exportId,
      turn,
      request,
      edition: await this.plans.edition(stored),
      version,
      zoneIds: request.zones.length === 0 ? null : request.zones.map((code) => zones?.get(code)?.id ?? 0),
      settled: request.settled ? await this.plans.settledDays(stored) : null,
      flags: entryFlags,
      places: isOfPlaces(request.by ?? []) ? plannedPlaces(request.locale) : [],
      sheetRows: MAX_SHEET_ROWS,
    };
  }
}
