import { Injectable } from "@nestjs/common";
import { createCalendar } from "@abwab/domain";
import { EditionAccess } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { SYSTEM } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { fiveDaysFrom } from "./open-days.ts";
import type { SampleEdition } from "./sample-edition.ts";
import { sampleEditions, sampleTimeZone } from "./sample-editions.ts";

/** Brings the sample editions into an installation, as often as it is started. */
@Injectable()
export class SampleDataService {
  constructor(
    private readonly access: EditionAccess,
    private readonly editions: EditionsService,
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
      if (present === undefined) await this.create(sample);
      else if (sample.movesWithToday) await this.moveTo(today, present);
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

  private async create(sample: SampleEdition): Promise<void> {
    try {
      await this.editions.createWithZones(sample, SYSTEM);
    } catch (error) {
      // Another server that starts at the same moment was quicker.
      if (!(error instanceof ProblemError && error.code === "already_exists")) throw error;
    }
  }

  private async moveTo(today: string, { slug, status, days }: EditionConfiguration): Promise<void> {
    if (status !== "open" || days.some((day) => day.date === today)) return;
    const known = new Set(days.map((day) => day.date));
    const added = fiveDaysFrom(today).filter((day) => !known.has(day.date));
    await this.editions.change(slug, { days: [...days, ...added] }, SYSTEM);
  }
}
