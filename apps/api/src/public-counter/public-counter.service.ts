import type { PublicCounter } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { CountsService } from "../counts/counts.service.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { type CounterAnswer, CounterCache } from "./counter-cache.ts";

/** The totals of editions that are public, for everybody. */
@Injectable()
export class PublicCounterService {
  private readonly cache = new CounterCache((slug) => this.read(slug));

  constructor(
    private readonly directory: EditionDirectory,
    private readonly editions: EditionsService,
    private readonly counts: CountsService,
  ) {}

  /** Throws `not_found`: an edition that is not public is as if it were not there. */
  async answer(slug: string): Promise<CounterAnswer> {
    const answer = await this.cache.get(slug);
    if (answer === undefined) throw new ProblemError("not_found", "There is no public counter at this address.");
    return answer;
  }

  private async read(slug: string): Promise<PublicCounter | undefined> {
    const configuration = await this.find(slug);
    // What a draft counts is a rehearsal, which leaves no trace in what anybody is told (A4).
    if (configuration?.public !== true || configuration.status === "draft") return undefined;
    const [{ names, status, timeZone }, { version, asOf, day, totals }] = await Promise.all([
      this.editions.byId(configuration.id),
      this.counts.snapshot(configuration),
    ]);
    return { edition: slug, names, status, timeZone, day, version, asOf, totals };
  }

  private async find(slug: string) {
    try {
      return await this.directory.bySlug(slug);
    } catch (error) {
      if (error instanceof ProblemError && error.code === "not_found") return undefined;
      throw error;
    }
  }
}
