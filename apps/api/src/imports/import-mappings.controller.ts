import { type ImportMapping, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
import { ImportMappingsService } from "./import-mappings.service.ts";

@Controller()
export class ImportMappingsController {
  constructor(private readonly mappings: ImportMappingsService) {}

  @Handles(routes.listImportMappings)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listImportMappings) query: QueryOf<typeof routes.listImportMappings>,
    @Acting() actor: Actor,
  ): Promise<Page<ImportMapping>> {
    return this.mappings.list(slug, query, actor);
  }

  @Handles(routes.forgetImportMapping)
  forget(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.mappings.forget(slug, id, actor);
  }
}
