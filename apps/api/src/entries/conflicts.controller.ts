import { type Conflict, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
import { ConflictsService } from "./conflicts.service.ts";

@Controller()
export class ConflictsController {
  constructor(private readonly conflicts: ConflictsService) {}

  @Handles(routes.listConflicts)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listConflicts) query: QueryOf<typeof routes.listConflicts>,
    @Acting() actor: Actor,
  ): Promise<Page<Conflict>> {
    return this.conflicts.list(slug, query, actor);
  }
}
