import { type BodyOf, type Edition, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { Caller, CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import type { Principal } from "../platform/principal.ts";
import { EditionsService } from "./editions.service.ts";

@Controller()
export class EditionsController {
  constructor(private readonly editions: EditionsService) {}

  @Handles(routes.listEditions)
  list(
    @CheckedQuery(routes.listEditions) query: QueryOf<typeof routes.listEditions>,
    @Caller() caller: Principal,
  ): Promise<Page<Edition>> {
    return this.editions.list(query, caller);
  }

  @Handles(routes.createEdition)
  create(
    @CheckedBody(routes.createEdition) body: BodyOf<typeof routes.createEdition>,
    @Acting() actor: Actor,
  ): Promise<Edition> {
    return this.editions.create(body, actor);
  }

  @Handles(routes.getEdition)
  get(@Param("slug") slug: string, @Caller() caller: Principal): Promise<Edition> {
    return this.editions.get(slug, caller);
  }

  @Handles(routes.changeEdition)
  change(
    @Param("slug") slug: string,
    @CheckedBody(routes.changeEdition) body: BodyOf<typeof routes.changeEdition>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Edition> {
    return this.editions.change(slug, body, actor, ifMatch);
  }

  @Handles(routes.removeEdition)
  remove(@Param("slug") slug: string, @Acting() actor: Actor): Promise<void> {
    return this.editions.remove(slug, actor);
  }
}
