import { type BodyOf, type ImportRow, type ImportSummary, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, CheckedQuery, Handles, UploadedFile } from "../platform/handles.ts";
import { ImportRowsService } from "./import-rows.service.ts";
import { ImportsService } from "./imports.service.ts";

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly rows: ImportRowsService,
  ) {}

  @Handles(routes.createImport)
  create(
    @Param("slug") slug: string,
    @CheckedQuery(routes.createImport) query: QueryOf<typeof routes.createImport>,
    @UploadedFile() content: Buffer<ArrayBuffer>,
    @Acting() actor: Actor,
  ): Promise<ImportSummary> {
    return this.imports.create(slug, query, content, actor);
  }

  @Handles(routes.listImports)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listImports) query: QueryOf<typeof routes.listImports>,
    @Acting() actor: Actor,
  ): Promise<Page<ImportSummary>> {
    return this.imports.list(slug, query, actor);
  }

  @Handles(routes.getImport)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<ImportSummary> {
    return this.imports.get(slug, id, actor);
  }

  @Handles(routes.changeImportReading)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeImportReading) body: BodyOf<typeof routes.changeImportReading>,
    @Acting() actor: Actor,
  ): Promise<ImportSummary> {
    return this.imports.change(slug, id, body, actor);
  }

  @Handles(routes.listImportRows)
  listRows(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedQuery(routes.listImportRows) query: QueryOf<typeof routes.listImportRows>,
    @Acting() actor: Actor,
  ): Promise<Page<ImportRow>> {
    return this.rows.list(slug, id, query, actor);
  }

  @Handles(routes.decideImportRows)
  decide(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.decideImportRows) body: BodyOf<typeof routes.decideImportRows>,
    @Acting() actor: Actor,
  ): Promise<ImportSummary> {
    return this.rows.decide(slug, id, body, actor);
  }

  @Handles(routes.discardImport)
  discard(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.imports.discard(slug, id, actor);
  }
}
