import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { ZonesRepository } from "../editions/zones.repository.ts";
import { AccreditationsService } from "../media/accreditations.service.ts";
import { MediaActivitiesService } from "../media/media-activities.service.ts";
import { OrganisationsService } from "../organisations/organisations.service.ts";
import { PassesRepository } from "../passes/passes.repository.ts";
import type { Actor } from "../platform/actor.ts";
import { SpacesEnteredRepository } from "../visits/spaces-entered.repository.ts";
import { dayOf } from "../visits/visit-day.ts";
import { VisitReader } from "../visits/visit-reader.ts";
import { VisitsRepository } from "../visits/visits.repository.ts";
import type { OrganisationFacts } from "./organisation-report-document.ts";

const MOST_ZONES = 1000;
/** Rows of each of the report's tables. */
const MOST_ROWS = 500;

/** Brings together what is known of an organisation. */
@Injectable()
export class OrganisationReading {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly visits: VisitsRepository,
    private readonly reader: VisitReader,
    private readonly spaces: SpacesEnteredRepository,
    private readonly passes: PassesRepository,
    private readonly accreditations: AccreditationsService,
    private readonly activities: MediaActivitiesService,
    private readonly editions: EditionsService,
    private readonly zones: ZonesRepository,
  ) {}

  /** Throws `not_found`. */
  async of(
    configuration: EditionConfiguration,
    id: string,
    actor: Actor,
    showsPeople: boolean,
  ): Promise<OrganisationFacts> {
    const { id: editionId, slug, calendar } = configuration;
    const organisation = await this.organisations.get(slug, id, actor);
    const ofIt = { organisation: organisation.id };
    const page = { after: undefined, limit: MOST_ROWS };
    const [edition, zones, stored, spaces, passes, accreditations, activities] = await Promise.all([
      this.editions.byId(editionId),
      this.zones.list(editionId, { after: undefined, limit: MOST_ZONES }),
      this.visits.list(editionId, ofIt, page),
      this.spaces.of(configuration, organisation.id),
      this.passes.list(editionId, { ...ofIt, search: undefined }, page),
      this.accreditations.list(slug, { limit: MOST_ROWS, ...ofIt }, actor),
      this.activities.list(slug, { limit: MOST_ROWS, ...ofIt }, actor),
    ]);
    return {
      edition,
      organisation,
      visits: await this.reader.read(configuration, stored),
      passes: passes.map(({ pass }) => pass),
      spaces,
      accreditations: accreditations.items,
      activities: activities.items,
      zoneNames: new Map(zones.map(({ zone }) => [zone.code, zone.names])),
      dayOf: (visit) => {
        const day = dayOf(configuration, { ...visit, createdAt: new Date(visit.createdAt) });
        return day === undefined ? undefined : calendar.instantOf(day, "12:00");
      },
      madeAt: Date.now(),
      showsPeople,
    };
  }
}
