import { Injectable } from "@nestjs/common";
import { createCalendar } from "@abwab/domain";
import { EditionAccess } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { FloorPlansService } from "../floor-plans/floor-plans.service.ts";
import { OperatorsService } from "../operators/operators.service.ts";
import { IssuingService } from "../passes/issuing.service.ts";
import { PassBatchesService } from "../passes/pass-batches.service.ts";
import { SYSTEM } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { ProgrammeService } from "../programme/programme.service.ts";
import { fiveDaysFrom } from "./open-days.ts";
import type { SampleEdition } from "./sample-edition.ts";
import { GOOD_FOR_MS } from "./sample-gate.ts";
import { SampleGroups } from "./sample-groups.ts";
import { sampleEditions, sampleTimeZone } from "./sample-editions.ts";

/** Brings the sample editions into an installation, as often as it is started. */
@Injectable()
export class SampleDataService {
  constructor(
    private readonly access: EditionAccess,
    private readonly editions: EditionsService,
    private readonly issuing: IssuingService,
    private readonly batches: PassBatchesService,
    private readonly operators: OperatorsService,
    private readonly groups: SampleGroups,
    private readonly plans: FloorPlansService,
    private readonly programme: ProgrammeService,
  ) {}

  /**
   * Creates what is not there yet, and lets the edition that is on now go on today. What people changed stays.
   *
   * @param now ms since the epoch
   */
  async install(now: number): Promise<void> {
    const today = createCalendar(sampleTimeZone, "00:00").dayOf(now);
    for (const sample of sampleEditions(today)) {
      const present = await this.find(sample.edition.slug);
      if (present === undefined) await this.create(sample, now);
      else if (sample.movesWithToday) await this.moveTo(today, present);
      await this.plans.drawSample(sample.edition.slug, sample.zones, SYSTEM);
    }
  }

  private async find(slug: string): Promise<EditionConfiguration | undefined> {
    try {
      return await this.access.find(slug, SYSTEM);
    } catch (error) {
      if (error instanceof ProblemError && error.code === "not_found") return undefined;
      throw error;
    }
  }

  private async create(sample: SampleEdition, now: number): Promise<void> {
    try {
      await this.editions.createWithZones(sample, SYSTEM);
    } catch (error) {
      // Another server that starts at the same moment was quicker.
      if (!(error instanceof ProblemError && error.code === "already_exists")) throw error;
      return;
    }
    await this.equipGates(sample, now);
    await this.groups.invite(sample);
    const days = sample.edition.days.map(({ date }) => date);
    const programme = sample.programme?.(days, sample.edition.timeZone) ?? [];
    if (programme.length > 0) await this.programme.createAll(sample.edition.slug, programme, SYSTEM);
  }

  private async equipGates({ edition: { slug }, gate }: SampleEdition, now: number): Promise<void> {
    if (gate === undefined) return;
    const validity = {
      zones: null,
      organisationId: null,
      validFrom: null,
      validUntil: new Date(now + GOOD_FOR_MS).toISOString(),
    };
    const visitors = { kind: "visitor", label: null, group: null, count: gate.visitors } as const;
    await this.batches.create(slug, { ...visitors, ...validity }, SYSTEM);
    for (const pass of gate.passes) await this.issuing.issue(slug, { ...pass, ...validity }, SYSTEM);
    for (const operator of gate.operators) await this.operators.create(slug, operator, SYSTEM);
  }

  private async moveTo(today: string, { slug, status, days }: EditionConfiguration): Promise<void> {
    if (status !== "open" || days.some((day) => day.date === today)) return;
    const known = new Set(days.map((day) => day.date));
    const added = fiveDaysFrom(today).filter((day) => !known.has(day.date));
    await this.editions.change(slug, { days: [...days, ...added] }, SYSTEM);
  }
}
