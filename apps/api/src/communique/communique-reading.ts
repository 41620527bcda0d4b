import type { CommuniqueFigure, Edition } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionsService } from "../editions/editions.service.ts";
import type { Actor } from "../platform/actor.ts";
import { EditionReading, type ReadEdition } from "../reports/edition-reading.ts";
import { RepresentedRepository } from "../visits/represented.repository.ts";
import { CommuniqueRepository } from "./communique.repository.ts";
import type { CommuniqueSubject } from "./communique-subject.ts";
import { editionFigures, type KnownFigure } from "./edition-figures.ts";
import { editionsBefore, recordClaim } from "./record-claim.ts";

const PAGE = 100;

export interface FiguresOfEdition extends ReadEdition {
  figures: ReadonlyMap<CommuniqueFigure, KnownFigure>;
}

/** Reads what is told of an edition. */
@Injectable()
export class CommuniqueReading {
  constructor(
    private readonly reading: EditionReading,
    private readonly represented: RepresentedRepository,
    private readonly repository: CommuniqueRepository,
    private readonly editions: EditionsService,
  ) {}

  async figures(configuration: EditionConfiguration): Promise<FiguresOfEdition> {
    const [read, represented, mediaActivities, seminars] = await Promise.all([
      this.reading.of(configuration, "left_out"),
      this.represented.count(configuration),
      this.repository.mediaActivities(configuration.id),
      this.repository.seminars(configuration.id),
    ]);
    const { edition, zones } = read.subject;
    return {
      ...read,
      figures: editionFigures({ edition, zones, facts: read.facts, represented, mediaActivities, seminars }),
    };
  }

  /**
   * @param caller a token of one edition knows nothing of earlier ones
   * @param date that the release bears; today on the edition's clocks where none is named
   */
  async subject(
    configuration: EditionConfiguration,
    caller: Actor,
    date: string | undefined,
  ): Promise<CommuniqueSubject> {
    const [read, provinces, all] = await Promise.all([
      this.figures(configuration),
      this.repository.provincesArrived(configuration.id),
      this.editionsOf(caller),
    ]);
    const { edition } = read.subject;
    return {
      ...read,
      edition,
      provinces,
      record: recordClaim(edition, editionsBefore(edition, all), read.figures),
      date: date ?? configuration.calendar.dayOf(read.subject.madeAt),
    };
  }

  private async editionsOf(caller: Actor): Promise<Edition[]> {
    const found: Edition[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.editions.list({ limit: PAGE, ...(cursor !== undefined && { cursor }) }, caller);
      found.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }
}
