import { type BodyOf, type Organisation, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { OrganisationsService } from "./organisations.service.ts";

@Controller()
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Handles(routes.listOrganisations)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listOrganisations) query: QueryOf<typeof routes.listOrganisations>,
    @Acting() actor: Actor,
  ): Promise<Page<Organisation>> {
    return this.organisations.list(slug, query, actor);
  }

  @Handles(routes.createOrganisation)
  create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createOrganisation) body: BodyOf<typeof routes.createOrganisation>,
    @Acting() actor: Actor,
  ): Promise<Organisation> {
    return this.organisations.create(slug, body, actor);
  }

  @Handles(routes.getOrganisation)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<Organisation> {
    return this.organisations.get(slug, id, actor);
  }

  @Handles(routes.changeOrganisation)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeOrganisation) body: BodyOf<typeof routes.changeOrganisation>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Organisation> {
    return this.organisations.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.removeOrganisation)
  remove(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.organisations.remove(slug, id, actor);
  }
}
