import { entryFlags, MAX_SHEET_ROWS } from "@abwab/contract";
import { addDays } from "@abwab/domain";
import { Inject, Injectable, Logger } from "@nestjs/common";
import { EditionDirectory } from "../editions/edition-directory.ts";
import type { ExportPlan } from "../exports/writing/export-plan.ts";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import type { DueJob, JobAttempt, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { digestLedger } from "./digest-worker.ts";
import { ExaminationsRepository } from "./examinations.repository.ts";
import { FindingsRepository } from "./findings.repository.ts";
import { peaksOf } from "./inside-peaks.ts";
import type { SettledRevision } from "./settled-revision.ts";

/** Revisions that wait in line at a time; the others follow when these are done. */
const AT_ONCE = 20;

/**
 * Examines days in the background after they were settled. What is committed never changes (E1), so that it finds the
 * same whenever it reads; wherever it is interrupted, whoever goes on begins anew.
 */
@Injectable()
export class Examining implements JobQueue<SettledRevision> {
  readonly name = "examination";
  private readonly log = new Logger("examinations");

  constructor(
    private readonly examinations: ExaminationsRepository,
    private readonly findings: FindingsRepository,
    private readonly editions: EditionDirectory,
    private readonly jobs: Jobs,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    jobs.register(this);
  }

  /** Tells the workers of a day that was settled just now. */
  async announce(settled: SettledRevision): Promise<void> {
    await this.jobs.announce(this.name, jobOf(settled));
  }

  async due(): Promise<DueJob<SettledRevision>[]> {
    return (await this.examinations.missing(AT_ONCE)).map(jobOf);
  }

  async work(settled: SettledRevision, { signal }: JobAttempt): Promise<void> {
    const edition = await this.editions.byId(settled.editionId);
    const named = await this.examinations.edition(settled.editionId);
    if (edition === undefined || named === undefined) return;
    const began = performance.now();
    const { calendar } = edition;
    const span = { from: calendar.startOf(settled.day), to: calendar.startOf(addDays(settled.day, 1)) };
    const { movements, anchors, ...found } = await this.findings.of({ ...settled, ...span });
    const digest = await digestLedger(this.planOf(settled, named), signal);
    const exits = new Set([...edition.zones.values()].filter((zone) => zone.countsExits).map(({ code }) => code));
    await this.examinations.keep(settled, digest, { ...found, peaks: peaksOf(movements, anchors, exits) });
    this.log.debug({ ...settled, rows: digest.rows, ms: Math.round(performance.now() - began) });
  }

  /** The export of the day whose bytes are digested. */
  private planOf({ editionId, day, revision, version }: SettledRevision, named: { slug: string; timeZone: string }) {
    return {
      databaseUrl: this.configuration.DATABASE_URL,
      exportId: "",
      turn: 0,
      request: {
        what: "ledger",
        format: "jsonl",
        gzip: false,
        locale: "en",
        from: day,
        to: day,
        zones: [],
        categories: [],
        settled: true,
        version,
      },
      edition: { id: editionId, ...named, name: named.slug, isDraft: false },
      version,
      zoneIds: null,
      settled: [{ day, revision, version }],
      flags: entryFlags,
      places: [],
      sheetRows: MAX_SHEET_ROWS,
    } satisfies ExportPlan;
  }
}

const jobOf = (data: SettledRevision): DueJob<SettledRevision> => ({
  key: `${data.editionId}/${data.day}/${data.revision}`,
  data,
});
