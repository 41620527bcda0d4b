import { type Accreditation, type BodyOf, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { AccreditationsService } from "./accreditations.service.ts";

@Controller()
export class AccreditationsController {
  constructor(private readonly accreditations: AccreditationsService) {}

  @Handles(routes.listAccreditations)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listAccreditations) query: QueryOf<typeof routes.listAccreditations>,
    @Acting() actor: Actor,
  ): Promise<Page<Accreditation>> {
    return this.accreditations.list(slug, query, actor);
  }

  @Handles(routes.accredit)
  accredit(
    @Param("slug") slug: string,
    @CheckedBody(routes.accredit) body: BodyOf<typeof routes.accredit>,
    @Acting() actor: Actor,
  ): Promise<Accreditation> {
    return this.accreditations.accredit(slug, body, actor);
  }

  @Handles(routes.getAccreditation)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<Accreditation> {
    return this.accreditations.get(slug, id, actor);
  }

  @Handles(routes.changeAccreditation)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeAccreditation) body: BodyOf<typeof routes.changeAccreditation>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Accreditation> {
    return this.accreditations.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.endAccreditation)
  end(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<Accreditation> {
    return this.accreditations.end(slug, id, actor);
  }
}
