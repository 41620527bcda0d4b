import { Injectable } from "@nestjs/common";
import { OrganisationsService } from "../organisations/organisations.service.ts";
import { SYSTEM } from "../platform/actor.ts";
import { DistributionService } from "../visits/distribution.service.ts";
import { SlotsService } from "../visits/slots.service.ts";
import type { SampleEdition } from "./sample-edition.ts";

/** Who comes to a sample edition, and when. */
@Injectable()
export class SampleGroups {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly slots: SlotsService,
    private readonly distribution: DistributionService,
  ) {}

  /** Its organisations, with the schools among them booked on its slots. */
  async invite({ edition, organisations, slots }: SampleEdition): Promise<void> {
    if (organisations !== undefined) await this.organisations.createAll(edition.slug, organisations, SYSTEM);
    if (slots === undefined) return;
    const days = edition.days.map(({ date }) => date);
    await this.slots.create(edition.slug, { ...slots, days }, SYSTEM);
    const request = { zone: slots.zone, days, type: "school", dryRun: false } as const;
    await this.distribution.distribute(edition.slug, request, SYSTEM);
  }
}
