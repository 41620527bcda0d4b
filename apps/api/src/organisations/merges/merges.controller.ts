import { type BodyOf, type DuplicatePair, type Merge, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../../platform/actor.ts";
import { CheckedBody, CheckedQuery, Handles } from "../../platform/handles.ts";
import { DuplicatesService } from "../duplicates/duplicates.service.ts";
import { MergesService } from "./merges.service.ts";

/** What may be one, what is, and what is not. */
@Controller()
export class MergesController {
  constructor(
    private readonly merges: MergesService,
    private readonly duplicates: DuplicatesService,
  ) {}

  @Handles(routes.listDuplicates)
  listDuplicates(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listDuplicates) query: QueryOf<typeof routes.listDuplicates>,
    @Acting() actor: Actor,
  ): Promise<Page<DuplicatePair>> {
    return this.duplicates.list(slug, query, actor);
  }

  @Handles(routes.keepApart)
  keepApart(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.keepApart) { other }: BodyOf<typeof routes.keepApart>,
    @Acting() actor: Actor,
  ): Promise<void> {
    return this.duplicates.keepApart(slug, id, other, actor);
  }

  @Handles(routes.listMerges)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listMerges) query: QueryOf<typeof routes.listMerges>,
    @Acting() actor: Actor,
  ): Promise<Page<Merge>> {
    return this.merges.list(slug, query, actor);
  }

  @Handles(routes.mergeOrganisations)
  merge(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.mergeOrganisations) { other }: BodyOf<typeof routes.mergeOrganisations>,
    @Acting() actor: Actor,
  ): Promise<Merge> {
    return this.merges.merge(slug, id, other, actor);
  }

  @Handles(routes.undoMerge)
  undo(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<Merge> {
    return this.merges.undo(slug, id, actor);
  }
}
