import {
  type BodyOf,
  type Distributed,
  type Page,
  type QueryOf,
  type ResponseOf,
  routes,
  type Visit,
} from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { BookingService } from "./booking.service.ts";
import { DistributionService } from "./distribution.service.ts";
import { RepresentedService } from "./represented.service.ts";
import { VisitsService } from "./visits.service.ts";

@Controller()
export class VisitsController {
  constructor(
    private readonly visits: VisitsService,
    private readonly booking: BookingService,
    private readonly distribution: DistributionService,
    private readonly representation: RepresentedService,
  ) {}

  @Handles(routes.listVisits)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listVisits) query: QueryOf<typeof routes.listVisits>,
    @Acting() actor: Actor,
  ): Promise<Page<Visit>> {
    return this.visits.list(slug, query, actor);
  }

  @Handles(routes.bookVisit)
  book(
    @Param("slug") slug: string,
    @CheckedBody(routes.bookVisit) body: BodyOf<typeof routes.bookVisit>,
    @Acting() actor: Actor,
  ): Promise<Visit> {
    return this.booking.book(slug, body, actor);
  }

  @Handles(routes.getVisit)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<Visit> {
    return this.visits.get(slug, id, actor);
  }

  @Handles(routes.changeVisit)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeVisit) body: BodyOf<typeof routes.changeVisit>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Visit> {
    return this.booking.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.distributeVisits)
  distribute(
    @Param("slug") slug: string,
    @CheckedBody(routes.distributeVisits) body: BodyOf<typeof routes.distributeVisits>,
    @Acting() actor: Actor,
  ): Promise<Distributed> {
    return this.distribution.distribute(slug, body, actor);
  }

  @Handles(routes.represented)
  async represented(
    @Param("slug") slug: string,
    @Acting() actor: Actor,
  ): Promise<ResponseOf<typeof routes.represented>> {
    return { items: await this.representation.count(slug, actor) };
  }
}
