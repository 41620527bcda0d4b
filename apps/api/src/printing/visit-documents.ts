import type { DocumentLocale, Visit } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Documents } from "../documents/documents.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { ZonesRepository } from "../editions/zones.repository.ts";
import { dayOf } from "../visits/visit-day.ts";
import { VisitTokens } from "../visits/visit-tokens.ts";
import { confirmations, dayList, type PrintedZone, type VisitPapers } from "./visit-document.ts";

const MOST_ZONES = 1000;
/** Doors of a zone that are named on a page; of more nobody looks for one. */
const MOST_DOORS = 12;

/** Brings together what the papers of visits show, and has them set. */
@Injectable()
export class VisitDocuments {
  constructor(
    private readonly documents: Documents,
    private readonly tokens: VisitTokens,
    private readonly editions: EditionsService,
    private readonly zones: ZonesRepository,
  ) {}

  /** Throws `overloaded`. */
  async confirmations(
    edition: EditionConfiguration,
    visits: readonly Visit[],
    locale: DocumentLocale,
  ): Promise<Buffer> {
    const [papers, withTokens] = await Promise.all([this.papers(edition), this.tokens.add(edition.id, visits)]);
    return this.documents.renderPdf("visit-confirmation", confirmations(withTokens, papers, locale));
  }

  /** Throws `overloaded`. */
  async dayList(
    edition: EditionConfiguration,
    visits: readonly Visit[],
    { day, zone }: { day: string; zone: string | undefined },
    locale: DocumentLocale,
  ): Promise<Buffer> {
    const which = { day: edition.calendar.instantOf(day, "12:00"), zone };
    return this.documents.renderPdf("visit-list", dayList(visits, await this.papers(edition), which, locale));
  }

  private async papers(configuration: EditionConfiguration): Promise<VisitPapers> {
    const [edition, zones] = await Promise.all([
      this.editions.byId(configuration.id),
      this.zones.list(configuration.id, { after: undefined, limit: MOST_ZONES }),
    ]);
    const printed = zones.map(({ zone }): [string, PrintedZone] => [
      zone.code,
      { names: zone.names, doors: doorsOf(configuration, zone.code) },
    ]);
    return {
      edition,
      zones: new Map(printed),
      site: zones.find(({ zone }) => zone.kind === "site")?.zone.code,
      dayOf: (visit) => {
        const day = dayOf(configuration, { ...visit, createdAt: new Date(visit.createdAt) });
        return day === undefined ? undefined : configuration.calendar.instantOf(day, "12:00");
      },
    };
  }
}

const doorsOf = ({ checkpoints }: EditionConfiguration, zone: string): string[] =>
  [...checkpoints.values()]
    .filter((checkpoint) => checkpoint.zone.code === zone && checkpoint.directions.has("in"))
    .map(({ code }) => code)
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .slice(0, MOST_DOORS);
